package org.pengjiang.appeal.model.lifecycle;

/** What passing the due of a clock means. */
public enum ClockKind {
    /** A promise to the enterprise is broken. */
    PROMISE,
    /** An office has not done in time what it owes another one. */
    OLA,
    /** The time in which somebody may do something is over; nobody breaks anything. */
    WINDOW,
    /** A moment has come. */
    TIMER;

    /** Whether passing its due is a breach. */
    public boolean isBreachedAtDue() {
        return this == PROMISE || this == OLA;
    }
}
