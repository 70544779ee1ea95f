package org.pengjiang.appeal.model.interruption;

/** How the pause for a question ended. */
public enum QuestionEnd {
    ANSWERED,
    /** The enterprise objects to the pause: there is none any more in this round. */
    OBJECTED,
    /** Nobody has answered in the window. */
    NOT_ANSWERED
}
