package org.pengjiang.project.specialclass;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.ClassMember;
import org.pengjiang.project.model.ClassPermissions;
import org.pengjiang.project.model.ClassStaff;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.SpecialClass;

/** A special class as it is read. */
record SpecialClassView(
        UUID id,
        boolean open,
        @NamedAccount String leader,
        @NamedAccount String head,
        String leadUnit,
        List<ClassMember> members,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        List<String> allowedCommands) {
    static SpecialClassView of(InvestmentProject project, SpecialClass specialClass, Caller reader) {
        ClassStaff staff = specialClass.staff();
        return new SpecialClassView(
                specialClass.id(),
                specialClass.isOpen(),
                staff.leader(),
                staff.head(),
                staff.leadUnit(),
                staff.members(),
                specialClass.openedOn(),
                specialClass.closedOn().orElse(null),
                ClassPermissions.allowedCommands(project, reader));
    }
}
