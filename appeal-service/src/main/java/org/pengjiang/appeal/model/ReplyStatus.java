package org.pengjiang.appeal.model;

/** A reply's way to the enterprise. */
public enum ReplyStatus {
    DRAFT,
    DELIVERED,
    SENT_BACK
}
