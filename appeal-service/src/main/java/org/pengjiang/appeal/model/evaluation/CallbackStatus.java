package org.pengjiang.appeal.model.evaluation;

/** How a call-back stands. */
public enum CallbackStatus {
    OPEN,
    /** The enterprise has answered. */
    ANSWERED,
    /** It was reached and does not want to answer. */
    REFUSED,
    /** Every attempt failed. */
    NOT_REACHED,
    /** Nobody needs to call any more. */
    ENDED
}
