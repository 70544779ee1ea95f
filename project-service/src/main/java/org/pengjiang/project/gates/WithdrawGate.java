package org.pengjiang.project.gates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.GateClosed;
import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.GateReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** Takes a request back, by whoever made it; it stays, with the reason. */
@ApplicationScoped
class WithdrawGate {
    private final Projects projects;
    private final GateReview review;
    private final EventLog log;

    WithdrawGate(Projects projects, GateReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    @Transactional
    Asked withdraw(UUID id, int seq, String reason, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        review.withdraw(project, seq, reason, caller);
        GateRequest request = GateReview.request(project, seq);
        log.append(
                project,
                new GateClosed(seq, request.to().name(), request.status().name(), reason));
        return new Asked(project, request);
    }
}
