package org.pengjiang.project.specialclass;

import java.time.LocalDate;
import java.util.List;
import org.pengjiang.project.model.ClassMember;
import org.pengjiang.project.model.SpecialClass;

/** A special class as it is read. */
record SpecialClassView(String leader, String head, LocalDate openedOn, List<ClassMember> members) {
    static SpecialClassView of(SpecialClass opened) {
        return new SpecialClassView(opened.leader(), opened.head(), opened.openedOn(), opened.members());
    }
}
