package org.pengjiang.appeal.model.correspondence;

/** What the handler says about the matter. */
public enum ReplyResult {
    SOLVED,
    PARTLY,
    NOT,
    /** Nothing to solve: explained. */
    EXPLAINED
}
