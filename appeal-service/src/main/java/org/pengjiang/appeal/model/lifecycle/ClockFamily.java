package org.pengjiang.appeal.model.lifecycle;

/** Whom a clock protects. */
public enum ClockFamily {
    /** Starts with the receipt and never waits for whoever handles the appeal. */
    ENTERPRISE,
    /** Starts anew with every unit. */
    UNIT
}
