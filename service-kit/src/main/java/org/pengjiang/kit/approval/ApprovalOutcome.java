package org.pengjiang.kit.approval;

/** Where an approval request stands; everything but OPEN is final. */
public enum ApprovalOutcome {
    OPEN,
    CONFIRMED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
