package org.pengjiang.project.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.TreeSet;
import java.util.UUID;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.AppealsCounted;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/**
 * Remembers how an appeal stands and counts its project's appeals anew. The project's row is locked before the copy is
 * touched, so that two appeals of one project are counted one after the other, and whoever edits the project meanwhile
 * either comes first or is told that the version has moved on. A project that is not here yet is counted by the first
 * event that finds it.
 */
@ApplicationScoped
class CountAppeals {
    private final KnownAppeals appeals;
    private final Projects projects;
    private final EventLog log;

    CountAppeals(KnownAppeals appeals, Projects projects, EventLog log) {
        this.appeals = appeals;
        this.projects = projects;
        this.log = log;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void hear(SystemScope scope, HeardAppeal heard) {
        TreeSet<UUID> touched = new TreeSet<>();
        appeals.projectOf(heard.id()).ifPresent(touched::add);
        if (heard.project() != null) {
            touched.add(heard.project());
        }
        if (touched.isEmpty()) {
            return;
        }
        var found = touched.stream()
                .flatMap(id -> projects.toFollow(scope, id).stream())
                .toList();
        appeals.remember(heard);
        found.forEach(project -> count(project, heard));
    }

    private void count(InvestmentProject project, HeardAppeal heard) {
        KnownAppeals.Count count = appeals.countOf(project.id());
        if (project.countAppeals(count.open(), count.breached())) {
            log.append(
                    project, new AppealsCounted(heard.id(), heard.no(), heard.state(), count.open(), count.breached()));
        }
    }
}
