package org.pengjiang.appeal.model.screening;

/** What came of a request to supplement. */
public enum SupplementOutcome {
    OPEN,
    SUPPLIED,
    /** Nothing came in time, and the appeal has ended by it. */
    LAPSED
}
