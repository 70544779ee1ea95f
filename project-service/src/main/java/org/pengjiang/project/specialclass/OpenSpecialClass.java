package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.SpecialClass;

/** Gives a project the people who accompany it. */
@ApplicationScoped
class OpenSpecialClass {
    private final Projects projects;
    private final StaffRules rules;
    private final Announcements announcements;
    private final Clock clock;

    OpenSpecialClass(Projects projects, StaffRules rules, Announcements announcements, Clock clock) {
        this.projects = projects;
        this.rules = rules;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    ChangedClass open(UUID id, NewSpecialClass said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "special-class:open");
        rules.require(project, said.staff(), "");
        SpecialClass opened = project.openClass(said.staff(), LocalDate.now(clock));
        announcements.changed(project, opened);
        return new ChangedClass(project, opened);
    }
}
