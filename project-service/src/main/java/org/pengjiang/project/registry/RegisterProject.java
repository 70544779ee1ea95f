package org.pengjiang.project.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.ContactSafe;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.NewProject;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectNumbers;
import org.pengjiang.project.model.Projects;

/** Enters a lead into the ledger under its own number. */
@ApplicationScoped
class RegisterProject {
    private final Projects projects;
    private final ProjectNumbers numbers;
    private final References references;
    private final ContactSafe contacts;
    private final Announcements announcements;
    private final Clock clock;

    RegisterProject(
            Projects projects,
            ProjectNumbers numbers,
            References references,
            ContactSafe contacts,
            Announcements announcements,
            Clock clock) {
        this.projects = projects;
        this.numbers = numbers;
        this.references = references;
        this.contacts = contacts;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    InvestmentProject register(ProjectFacts facts, Caller caller) {
        References.Resolved resolved = references.resolve(facts, caller.scope());
        LocalDate today = LocalDate.now(clock);
        InvestmentProject project = new InvestmentProject(
                new NewProject(
                        Ids.next(),
                        numbers.next(facts.divisionCode(), today.getYear()),
                        facts,
                        resolved.chainVersion(),
                        caller.subject(),
                        Instant.now(clock),
                        today,
                        null),
                resolved.investorNames());
        if (facts.contact() != null) {
            contacts.keep(project, facts.contact());
        }
        announcements.registered(project);
        projects.add(project);
        return project;
    }
}
