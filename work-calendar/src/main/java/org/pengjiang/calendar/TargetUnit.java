package org.pengjiang.calendar;

/** What the amount of a target counts. */
public enum TargetUnit {
    /** Minutes that pass, day and night. */
    NATURAL_MINUTES(true, 52_596_000),
    /** Days of 24 hours that pass. */
    NATURAL_DAYS(true, 36_525),
    /** To the end of the last working interval of the n-th day after the day of the start, or of the next working day. */
    NATURAL_DAYS_END(false, 36_525),
    /**
     * A window: to 24:00 of the n-th day after the day of the start. One that lies wholly in days off ends with the first
     * working day after it.
     */
    NATURAL_DAYS_MIDNIGHT(true, 36_525),
    /** Minutes inside working intervals. */
    WORKING_MINUTES(false, 52_596_000),
    /** To the end of the n-th working day after the day of the start; 0 is the working day that is still going on. */
    WORKING_DAYS_END(false, 36_525);

    private final boolean natural;
    private final long century;

    TargetUnit(boolean natural, long century) {
        this.natural = natural;
        this.century = century;
    }

    /** True when time passes at night and on days off too: levels and pauses are then measured by it. */
    public boolean isNatural() {
        return natural;
    }

    /** True when a due on a day off may be moved by {@link Target#rollForward()}; the other units say so themselves. */
    public boolean mayRollForward() {
        return this == NATURAL_MINUTES || this == NATURAL_DAYS;
    }

    /** The largest amount of this unit that makes sense. */
    long century() {
        return century;
    }
}
