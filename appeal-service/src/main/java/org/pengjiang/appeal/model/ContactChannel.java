package org.pengjiang.appeal.model;

/** How the enterprise was reached. */
public enum ContactChannel {
    CALL,
    MESSAGE,
    VISIT
}
