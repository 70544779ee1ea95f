package org.pengjiang.project.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.FactChange;
import org.pengjiang.project.events.FactsChanged;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.ContactSafe;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.OverriddenCodes;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectInvestor;
import org.pengjiang.project.model.Projects;

/** Says the facts of a project anew; what differs stands in the log, before and after. */
@ApplicationScoped
class ReviseProject {
    private static final Set<String> TOLD_TO_OTHERS = Set.of("divisionCode", "investors");

    private final Projects projects;
    private final References references;
    private final ContactSafe contacts;
    private final EventLog log;
    private final Announcements announcements;
    private final OverriddenCodes codes;

    ReviseProject(
            Projects projects,
            References references,
            ContactSafe contacts,
            EventLog log,
            Announcements announcements,
            OverriddenCodes codes) {
        this.projects = projects;
        this.references = references;
        this.contacts = contacts;
        this.log = log;
        this.announcements = announcements;
        this.codes = codes;
    }

    /** @param patch makes the new facts out of those that stand; no contact said leaves the contact that is kept */
    @Transactional
    InvestmentProject revise(UUID id, UnaryOperator<ProjectFacts> patch, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "project:revise");
        ProjectFacts said = patch.apply(project.facts(null));
        References.Resolved resolved = references.resolve(said, caller.scope());
        Set<UUID> former =
                project.investors().stream().map(ProjectInvestor::investorId).collect(Collectors.toSet());
        List<FactChange> changes = project.revise(said, resolved.chainVersion(), resolved.investorNames());
        if (said.contact() != null && contacts.keep(project, said.contact())) {
            // that it changed is history, what it was is not
            changes.add(new FactChange("contact", null, null));
        }
        if (!changes.isEmpty()) {
            projects.keepSearched(project);
            log.append(project, new FactsChanged(changes));
        }
        if (changes.stream().map(FactChange::fact).anyMatch(TOLD_TO_OTHERS::contains)) {
            announcements.changed(project);
            codes.investedAnew(project, former);
        }
        return project;
    }
}
