package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.ClassMember;
import org.pengjiang.project.model.ClassPermissions;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.SpecialClass;

/** Lets people join and leave a special class. */
@ApplicationScoped
class ChangeClassMembers {
    private final Projects projects;
    private final Announcements announcements;

    ChangeClassMembers(Projects projects, Announcements announcements) {
        this.projects = projects;
        this.announcements = announcements;
    }

    @Transactional
    ChangedClass add(UUID id, ClassMember member, Caller caller) {
        return change(id, caller, open -> open.admit(member));
    }

    @Transactional
    ChangedClass remove(UUID id, String account, Caller caller) {
        return change(id, caller, open -> open.dismiss(account));
    }

    private ChangedClass change(UUID id, Caller caller, Consumer<SpecialClass> change) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        SpecialClass open = project.openClass();
        ClassPermissions.STAFF.require(project, open, caller);
        change.accept(open);
        announcements.changed(project, open);
        return new ChangedClass(project, open);
    }
}
