package org.pengjiang.kit.approval;

import java.util.List;
import org.pengjiang.kit.problem.DomainException;

/** Why a decision is refused. The service gives each its code ({@link ApprovalKind#code}); the arguments of its text stand here. */
public enum ApprovalRefusal {
    /** The request is closed, or its deadline has passed. Argument and member {@code status}: the service's word for it. */
    CLOSED,
    /** Whoever proposed or has confirmed may not decide. */
    SAME_PERSON,
    /** Argument: the account. */
    EXCLUDED_PERSON,
    /** Argument and member {@code teams}: the excluded teams that the caller belongs to. */
    EXCLUDED_TEAM,
    /** Argument and member {@code confirmers}: the confirmations that are missing. */
    NOT_CONFIRMER,
    /** Only whoever proposed takes a request back. */
    NOT_PROPOSER,
    /**
     * A confirmation that was given is not accepted any more. Arguments and members {@code confirmedBy} and {@code teams}: whose, and
     * the teams that are excluded now.
     */
    CONFIRMATION_TAINTED;

    static DomainException closed(ApprovalKind kind, ApprovalOutcome outcome) {
        String status = kind.status(outcome);
        return new DomainException(kind.code(CLOSED), status).with("status", status);
    }

    static DomainException excluded(ApprovalKind kind, TaintedConfirmation taint) {
        return taint.teams().isEmpty()
                ? new DomainException(kind.code(EXCLUDED_PERSON), taint.confirmedBy())
                : new DomainException(kind.code(EXCLUDED_TEAM), String.join(", ", taint.teams()))
                        .with("teams", taint.teams());
    }

    static DomainException notConfirmer(ApprovalKind kind, List<String> missing) {
        return new DomainException(kind.code(NOT_CONFIRMER), String.join(", ", missing)).with("confirmers", missing);
    }

    static DomainException tainted(ApprovalKind kind, TaintedConfirmation taint) {
        return new DomainException(
                        kind.code(CONFIRMATION_TAINTED), taint.confirmedBy(), String.join(", ", taint.teams()))
                .with("confirmedBy", taint.confirmedBy())
                .with("teams", taint.teams());
    }
}
