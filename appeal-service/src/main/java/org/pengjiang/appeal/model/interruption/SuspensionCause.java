package org.pengjiang.appeal.model.interruption;

/** What the handling of an appeal has to wait for by law. */
public enum SuspensionCause {
    /** A court or an arbitration body has to decide first. */
    COURT,
    EXPERT_APPRAISAL,
    /** A higher authority has to interpret or decide something first. */
    HIGHER_AUTHORITY
}
