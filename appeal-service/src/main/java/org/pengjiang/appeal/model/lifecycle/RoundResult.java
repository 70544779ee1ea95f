package org.pengjiang.appeal.model.lifecycle;

/** What a round of an appeal came to. */
public enum RoundResult {
    /** Another round followed. */
    REWORK,
    CLOSED,
    /** It was tracked, and is answered once more in the next one. */
    TRACKED
}
