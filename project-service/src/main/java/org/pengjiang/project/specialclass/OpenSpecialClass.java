package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.SpecialClassOpened;
import org.pengjiang.project.model.ClassMember;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.SpecialClass;

/** Gives a project the people who accompany it. */
@ApplicationScoped
class OpenSpecialClass {
    private final Projects projects;
    private final EventLog log;
    private final Clock clock;

    OpenSpecialClass(Projects projects, EventLog log, Clock clock) {
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    record Opened(InvestmentProject project, SpecialClass specialClass) {}

    @Transactional
    Opened open(UUID id, NewSpecialClass said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller);
        SpecialClass opened = project.openClass(said.leader(), said.head(), said.members(), LocalDate.now(clock));
        log.append(
                project,
                new SpecialClassOpened(
                        said.leader(),
                        said.head(),
                        said.members().stream().map(ClassMember::account).toList()));
        return new Opened(project, opened);
    }
}
