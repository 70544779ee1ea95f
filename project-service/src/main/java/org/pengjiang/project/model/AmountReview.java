package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** How the amount of a signed agreement changes: one proposes, another confirms. */
@ApplicationScoped
public class AmountReview {
    private final Clock clock;

    AmountReview(Clock clock) {
        this.clock = clock;
    }

    /** @throws DomainException STAGE_WRONG before SIGNED, AMOUNT_REVISION_OPEN, and every fault of the terms */
    public AmountRevision propose(InvestmentProject project, NewAmount terms, Caller caller) {
        project.requireQuiet();
        if (!project.stage().isSignedOrLater()) {
            throw new DomainException(
                            ProjectProblem.STAGE_WRONG, project.stage().name())
                    .with("stage", project.stage().name());
        }
        if (project.amountRevisions().stream()
                .anyMatch(known -> known.approval().isOpen())) {
            throw new DomainException(ProjectProblem.AMOUNT_REVISION_OPEN);
        }
        requireAcceptable(project, terms);
        return project.proposeAmount(terms, caller, Instant.now(clock));
    }

    private void requireAcceptable(InvestmentProject project, NewAmount terms) {
        List<Fault> faults = new ArrayList<>();
        if (!terms.agreementAmountYuan().isPositive()) {
            faults.add(Fault.at("/agreementAmountYuan", ProjectProblem.AMOUNT_NOT_POSITIVE));
        }
        if (terms.agreementAmountYuan().equals(project.signedAmount())) {
            faults.add(Fault.at("/agreementAmountYuan", ProjectProblem.AMOUNT_UNCHANGED));
        }
        if (terms.businessDate().isAfter(LocalDate.now(clock))) {
            faults.add(Fault.at("/businessDate", ProjectProblem.DATE_IN_FUTURE));
        }
        if (terms.businessDate().isBefore(earliest(project))) {
            faults.add(Fault.at("/businessDate", ProjectProblem.DATE_BEFORE_PREVIOUS));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }

    /** Not before the signature, nor before the revision it follows. */
    private static LocalDate earliest(InvestmentProject project) {
        LocalDate signed = project.formalAgreement().map(Agreement::signedOn).orElseGet(project::stageEnteredOn);
        return project.amountRevisions().stream()
                .filter(revision -> revision.approval().isConfirmed())
                .map(AmountRevision::businessDate)
                .reduce(signed, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** @throws DomainException NOT_FOUND, AMOUNT_REVISION_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    public AmountRevision confirm(InvestmentProject project, int seq, Caller caller) {
        AmountRevision revision = revision(project, seq);
        project.requireActive();
        revision.confirm(caller, Instant.now(clock));
        project.takeAmount(revision);
        return revision;
    }

    /** @throws DomainException NOT_FOUND, AMOUNT_REVISION_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    public AmountRevision reject(InvestmentProject project, int seq, String reason, Caller caller) {
        AmountRevision revision = revision(project, seq);
        revision.reject(caller, reason, Instant.now(clock));
        return revision;
    }

    private static AmountRevision revision(InvestmentProject project, int seq) {
        return project.amountRevisions().stream()
                .filter(known -> known.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
