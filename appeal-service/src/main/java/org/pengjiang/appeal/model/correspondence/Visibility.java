package org.pengjiang.appeal.model.correspondence;

/** Who may read a message. */
public enum Visibility {
    PUBLIC,
    /** Not the enterprise. */
    INTERNAL
}
