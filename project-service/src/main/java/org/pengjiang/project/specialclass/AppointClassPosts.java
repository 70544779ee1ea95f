package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.ClassPermissions;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.SpecialClass;

/** Fills the posts of a class anew: its leader names another head, everything else is the office's. */
@ApplicationScoped
class AppointClassPosts {
    private final Projects projects;
    private final StaffRules rules;
    private final Announcements announcements;

    AppointClassPosts(Projects projects, StaffRules rules, Announcements announcements) {
        this.projects = projects;
        this.rules = rules;
        this.announcements = announcements;
    }

    @Transactional
    ChangedClass appoint(UUID id, ClassPosts said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        SpecialClass open = project.openClass();
        boolean onlyHead = said.leader() == null && said.leadUnit() == null;
        (onlyHead ? ClassPermissions.HEAD : ClassPermissions.WHOLE).require(project, open, caller);
        rules.requireUnit(project, said.leadUnit());
        open.appoint(said.leader(), said.head(), said.leadUnit());
        announcements.changed(project, open);
        return new ChangedClass(project, open);
    }
}
