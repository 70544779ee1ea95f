package org.pengjiang.project.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.AmountChanged;
import org.pengjiang.project.events.AmountRevisionRejected;
import org.pengjiang.project.model.AmountReview;
import org.pengjiang.project.model.AmountRevision;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** The second person's word on a proposed amount; once confirmed, the credit follows. */
@ApplicationScoped
class CloseAmountRevision {
    private final Projects projects;
    private final AmountReview review;
    private final EventLog log;

    CloseAmountRevision(Projects projects, AmountReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    @Transactional
    ReviseAmount.Revised confirm(UUID id, int seq, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        AmountRevision revision = review.confirm(project, seq, caller);
        log.append(
                project,
                new AmountChanged(
                        project.id(),
                        project.no(),
                        revision.businessDate(),
                        revision.amount().toString(),
                        revision.previous().toString(),
                        revision.reason()));
        return new ReviseAmount.Revised(project, revision);
    }

    @Transactional
    ReviseAmount.Revised reject(UUID id, int seq, String reason, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        AmountRevision revision = review.reject(project, seq, reason, caller);
        log.append(project, new AmountRevisionRejected(seq, reason));
        return new ReviseAmount.Revised(project, revision);
    }
}
