package org.pengjiang.appeal.model.lifecycle;

/** Why a round of an appeal began. */
public enum RoundCause {
    FILED,
    /** It was not solved, or the enterprise was not satisfied. */
    REWORK,
    /** It was closed before. */
    REOPENED,
    /** What was agreed is done, and what was answered before is answered once more. */
    TRACKED
}
