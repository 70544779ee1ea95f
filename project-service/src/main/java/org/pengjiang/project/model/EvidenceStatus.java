package org.pengjiang.project.model;

/** Evidence is worth what a second person found in it. */
public enum EvidenceStatus {
    SUBMITTED,
    VERIFIED,
    REJECTED,
    REVOKED
}
