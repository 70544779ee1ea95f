package org.pengjiang.appeal.model.lifecycle;

/** What closed an appeal. */
public enum ClosedBy {
    RATING,
    WINDOW,
    CALLBACK,
    ENTERPRISE,
    DECISION
}
