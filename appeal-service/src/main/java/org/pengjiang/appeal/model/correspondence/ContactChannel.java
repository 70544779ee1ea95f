package org.pengjiang.appeal.model.correspondence;

/** How the enterprise was reached. */
public enum ContactChannel {
    CALL,
    MESSAGE,
    VISIT
}
