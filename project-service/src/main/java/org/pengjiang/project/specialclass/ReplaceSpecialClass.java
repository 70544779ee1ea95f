package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

/** Puts another special class in the place of the open one, so that the project is at no moment without. */
@ApplicationScoped
class ReplaceSpecialClass {
    private final Projects projects;
    private final StaffRules rules;
    private final Announcements announcements;
    private final EntityManager entities;
    private final Clock clock;

    ReplaceSpecialClass(
            Projects projects, StaffRules rules, Announcements announcements, EntityManager entities, Clock clock) {
        this.projects = projects;
        this.rules = rules;
        this.announcements = announcements;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    ChangedClass replace(UUID id, Replacement said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        ClassPermissions.WHOLE.require(project, project.openClass(), caller);
        rules.require(project, said.specialClass().staff(), "/specialClass");
        LocalDate today = LocalDate.now(clock);
        announcements.changed(project, project.endClass(today, said.reason()));
        // inserts go before updates: the one that ends must be written before the one that follows
        entities.flush();
        SpecialClass opened = project.openClass(said.specialClass().staff(), today);
        announcements.changed(project, opened);
        return new ChangedClass(project, opened);
    }
}
