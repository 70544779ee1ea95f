package org.pengjiang.appeal.model.lifecycle;

/** What a state does to a clock when an appeal enters it. */
public enum ClockEffect {
    /** What it waits for has happened. */
    ANSWER,
    /** A new one begins, and one of its type that still waits ends. */
    START,
    /** The same where no rule names a handler in the same transaction; until then what was stopped goes on. */
    AWAIT,
    /** It goes on, also when it was paused or stopped. */
    RUN,
    /** It waits without time passing. */
    PAUSE,
    /** It ends without an answer. */
    STOP
}
