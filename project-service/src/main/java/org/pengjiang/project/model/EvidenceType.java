package org.pengjiang.project.model;

/** What a document proves. */
public enum EvidenceType {
    CONTACT_RECORD,
    VISIT_NOTE,
    PROJECT_PLAN,
    FEASIBILITY_STUDY,
    CREDIT_CHECK,
    VISIT_REPORT,
    MINUTES,
    AGREEMENT_SCAN,
    SIGNING_PHOTO,
    OTHER
}
