package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.ClassPermissions;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.SpecialClass;

/** Ends the special class of a project that was never signed. */
@ApplicationScoped
class CloseSpecialClass {
    private final Projects projects;
    private final Announcements announcements;
    private final Clock clock;

    CloseSpecialClass(Projects projects, Announcements announcements, Clock clock) {
        this.projects = projects;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    ChangedClass close(UUID id, Ending said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        ClassPermissions.WHOLE.require(project, project.openClass(), caller);
        SpecialClass closed = project.closeClass(LocalDate.now(clock), said.reason());
        announcements.changed(project, closed);
        return new ChangedClass(project, closed);
    }
}
