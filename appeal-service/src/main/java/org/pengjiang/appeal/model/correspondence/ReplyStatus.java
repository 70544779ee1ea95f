package org.pengjiang.appeal.model.correspondence;

/** A reply's way to the enterprise. */
public enum ReplyStatus {
    DRAFT,
    DELIVERED,
    SENT_BACK
}
