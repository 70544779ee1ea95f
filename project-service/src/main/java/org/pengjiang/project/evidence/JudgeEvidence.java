package org.pengjiang.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.EvidenceJudged;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** A second person's finding on a document. */
@ApplicationScoped
class JudgeEvidence {
    private final Projects projects;
    private final EventLog log;
    private final Clock clock;

    JudgeEvidence(Projects projects, EventLog log, Clock clock) {
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Judged verify(UUID id, UUID evidenceId, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        return logged(project, project.verify(evidenceId, caller, Instant.now(clock)));
    }

    @Transactional
    Judged reject(UUID id, UUID evidenceId, String reason, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        return logged(project, project.reject(evidenceId, caller, reason, Instant.now(clock)));
    }

    private Judged logged(InvestmentProject project, Evidence piece) {
        log.append(
                project,
                new EvidenceJudged(
                        piece.id(),
                        piece.type().name(),
                        piece.status().name(),
                        piece.approval().reason()));
        return new Judged(project, piece);
    }
}
