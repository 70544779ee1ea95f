package org.pengjiang.appeal.model;

/** What the handler says about the matter. */
public enum ReplyResult {
    SOLVED,
    PARTLY,
    NOT,
    /** Nothing to solve: explained. */
    EXPLAINED
}
