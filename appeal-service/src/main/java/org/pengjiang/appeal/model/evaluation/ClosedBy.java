package org.pengjiang.appeal.model.evaluation;

/** What closed an appeal. */
public enum ClosedBy {
    RATING,
    WINDOW,
    CALLBACK,
    ENTERPRISE
}
