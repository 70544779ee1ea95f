package org.pengjiang.calendar;

/** What the amount of a target counts. */
public enum TargetUnit {
    /** Minutes that pass, day and night. */
    NATURAL_MINUTES(true, 52_596_000),
    /** Days of 24 hours that pass. */
    NATURAL_DAYS(true, 36_525),
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

    /** True when time passes at night and on days off too. */
    public boolean isNatural() {
        return natural;
    }

    /** The largest amount of this unit that makes sense. */
    long century() {
        return century;
    }
}
