package org.pengjiang.calendar;

/**
 * How long something may take.
 *
 * @param amount at least 1 (0 for {@link TargetUnit#WORKING_DAYS_END}: the same working day), at most a century
 * @param unit what the amount counts
 * @param rollForward only for {@link TargetUnit#mayRollForward()}: a due on a day off moves to the end of the next working day; a due on a working
 *     day stays at its hour
 */
public record Target(long amount, TargetUnit unit, boolean rollForward) {

    public Target {
        long least = unit == TargetUnit.WORKING_DAYS_END ? 0 : 1;
        if (amount < least || amount > unit.century()) {
            throw new CalendarException(
                    CalendarErrorCode.AMOUNT_OUT_OF_RANGE,
                    "A target in " + unit + " needs an amount from " + least + " to a century, not " + amount);
        }
        if (rollForward && !unit.mayRollForward()) {
            throw new CalendarException(
                    CalendarErrorCode.TARGET_INVALID,
                    unit + " says itself on which day it ends and cannot roll forward");
        }
    }

    public static Target naturalMinutes(long amount) {
        return new Target(amount, TargetUnit.NATURAL_MINUTES, false);
    }

    public static Target naturalDays(long amount) {
        return new Target(amount, TargetUnit.NATURAL_DAYS, false);
    }

    public static Target naturalDaysRolledForward(long amount) {
        return new Target(amount, TargetUnit.NATURAL_DAYS, true);
    }

    public static Target endOfNaturalDay(long amount) {
        return new Target(amount, TargetUnit.NATURAL_DAYS_END, false);
    }

    public static Target midnightOfNaturalDay(long amount) {
        return new Target(amount, TargetUnit.NATURAL_DAYS_MIDNIGHT, false);
    }

    public static Target workingMinutes(long amount) {
        return new Target(amount, TargetUnit.WORKING_MINUTES, false);
    }

    public static Target endOfWorkday(long amount) {
        return new Target(amount, TargetUnit.WORKING_DAYS_END, false);
    }
}
