package org.pengjiang.project.model;

import org.pengjiang.kit.approval.ApprovalOutcome;

/** Where a proposed change of the agreement amount stands. */
public enum RevisionStatus {
    PROPOSED,
    CONFIRMED,
    REJECTED;

    static RevisionStatus of(ApprovalOutcome outcome) {
        return switch (outcome) {
            case OPEN -> PROPOSED;
            case CONFIRMED -> CONFIRMED;
            case REJECTED, WITHDRAWN, EXPIRED -> REJECTED;
        };
    }
}
