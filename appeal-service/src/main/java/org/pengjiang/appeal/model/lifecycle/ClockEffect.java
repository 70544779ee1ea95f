package org.pengjiang.appeal.model.lifecycle;

/** What a state does to a clock of the enterprise. */
public enum ClockEffect {
    RUN,
    PAUSE,
    STOP
}
