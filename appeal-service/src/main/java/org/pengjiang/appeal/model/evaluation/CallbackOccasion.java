package org.pengjiang.appeal.model.evaluation;

/** Why an enterprise is called back. */
public enum CallbackOccasion {
    /** It has no account, and is told the answer and asked to rate it. */
    NO_ACCOUNT,
    /** It did not rate within the window. */
    SILENT,
    BAD_RATING,
    /** One of some good ratings. */
    SAMPLE,
    /** One of some appeals that were withdrawn. */
    WITHDRAWN
}
