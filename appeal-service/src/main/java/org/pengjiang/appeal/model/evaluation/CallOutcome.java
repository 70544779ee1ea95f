package org.pengjiang.appeal.model.evaluation;

/** What came of one attempt to call an enterprise back. */
public enum CallOutcome {
    REACHED,
    NOT_REACHED,
    REFUSED
}
