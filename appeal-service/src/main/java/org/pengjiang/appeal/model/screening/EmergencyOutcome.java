package org.pengjiang.appeal.model.screening;

/** What came of it that somebody has filed an emergency. */
public enum EmergencyOutcome {
    OPEN,
    CONFIRMED,
    /** Nobody of the centre said anything in time. */
    CONFIRMED_BY_SILENCE,
    REFUSED
}
