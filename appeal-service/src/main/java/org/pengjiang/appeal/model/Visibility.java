package org.pengjiang.appeal.model;

/** Who may read a message. */
public enum Visibility {
    PUBLIC,
    /** Not the enterprise. */
    INTERNAL
}
