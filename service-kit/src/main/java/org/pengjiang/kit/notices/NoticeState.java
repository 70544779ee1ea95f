package org.pengjiang.kit.notices;

/** What has become of a letter. */
public enum NoticeState {
    /** Not tried yet, or held to working time. */
    WAITING,
    /** A mail server has taken it. */
    SENT,
    /** Not to be sent, for the reason that stands with it. */
    SKIPPED,
    /** The last attempt failed; tried again while a next attempt is named, given up otherwise. */
    FAILED
}
