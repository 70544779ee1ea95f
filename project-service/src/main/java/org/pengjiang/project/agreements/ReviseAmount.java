package org.pengjiang.project.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.AmountRevisionProposed;
import org.pengjiang.project.model.AmountReview;
import org.pengjiang.project.model.AmountRevision;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.NewAmount;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.Projects;

/** Proposes another amount for a signed agreement. */
@ApplicationScoped
class ReviseAmount {
    private final Projects projects;
    private final AmountReview review;
    private final EventLog log;

    ReviseAmount(Projects projects, AmountReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    record Revised(InvestmentProject project, AmountRevision revision) {}

    @Transactional
    Revised propose(UUID id, NewAmount terms, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "amount:propose");
        AmountRevision revision = review.propose(project, terms, caller);
        log.append(
                project,
                new AmountRevisionProposed(
                        revision.seq(), revision.amount().toString(), revision.businessDate(), revision.reason()));
        return new Revised(project, revision);
    }
}
