package org.pengjiang.appeal.model.evaluation;

/** What the supervision finds of a bad rating. */
public enum RatingFinding {
    /** It is justified. */
    UPHELD,
    /** It blames the handler for what they could not do; it stays in the record and counts for nothing. */
    MISJUDGED
}
