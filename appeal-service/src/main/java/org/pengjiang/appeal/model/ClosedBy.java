package org.pengjiang.appeal.model;

/** What closed an appeal. */
public enum ClosedBy {
    RATING,
    WINDOW,
    CALLBACK,
    ENTERPRISE
}
