package org.pengjiang.appeal.model.evaluation;

/** What came of asking the enterprise, once an appeal is closed. */
public enum EvaluationResult {
    /** It has rated. */
    RATED,
    /** The window passed without an answer. */
    DEFAULT,
    /** It was closed before anybody rated. */
    CLOSED_UNRATED,
    /** Matters of its category are not rated. */
    NOT_ASKED
}
