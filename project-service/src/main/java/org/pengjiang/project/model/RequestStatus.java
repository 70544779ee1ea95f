package org.pengjiang.project.model;

import org.pengjiang.kit.approval.ApprovalOutcome;

/** Where a gate request stands; everything but OPEN is final. */
public enum RequestStatus {
    OPEN,
    PASSED,
    REJECTED,
    WITHDRAWN;

    static RequestStatus of(ApprovalOutcome outcome) {
        return switch (outcome) {
            case OPEN -> OPEN;
            case CONFIRMED -> PASSED;
            case REJECTED -> REJECTED;
            case WITHDRAWN, EXPIRED -> WITHDRAWN;
        };
    }
}
