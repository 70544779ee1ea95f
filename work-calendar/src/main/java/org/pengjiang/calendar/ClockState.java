package org.pengjiang.calendar;

/** What a clock is at a moment. */
public enum ClockState {
    RUNNING,
    PAUSED,
    /** Ended without being answered or missed, such as withdrawn. */
    STOPPED,
    MET,
    MISSED
}
