package org.pengjiang.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.EvidenceJudged;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.EvidenceStatus;
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
    Judged judge(UUID id, UUID evidenceId, EvidenceStatus outcome, @Nullable String reason, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Evidence piece = project.judge(evidenceId, caller, outcome, reason, Instant.now(clock));
        log.append(project, new EvidenceJudged(piece.id(), piece.type().name(), outcome.name(), reason));
        return new Judged(project, piece);
    }
}
