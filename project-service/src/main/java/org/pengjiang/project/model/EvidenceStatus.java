package org.pengjiang.project.model;

import org.pengjiang.kit.approval.ApprovalOutcome;

/** Evidence is worth what a second person found in it. */
public enum EvidenceStatus {
    SUBMITTED,
    VERIFIED,
    REJECTED,
    REVOKED;

    static EvidenceStatus of(ApprovalOutcome outcome) {
        return switch (outcome) {
            case OPEN -> SUBMITTED;
            case CONFIRMED -> VERIFIED;
            case REJECTED -> REJECTED;
            case WITHDRAWN, EXPIRED -> REVOKED;
        };
    }
}
