package org.pengjiang.appeal.model;

/** What a state does to a clock of the enterprise. */
public enum ClockMode {
    RUN,
    PAUSE,
    STOP
}
