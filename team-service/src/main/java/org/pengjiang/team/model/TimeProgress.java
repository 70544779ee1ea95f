package org.pengjiang.team.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/**
 * The share of a year's target that is due on a date. A team that joined in the year has the rest of it: its progress
 * starts with its first month.
 *
 * @param startMonth 1 for the whole year
 * @param custom for {@link Curve#CUSTOM} alone: what is due after each month, in basis points
 */
public record TimeProgress(int year, int startMonth, Curve curve, List<Integer> custom, Predicate<LocalDate> workday) {
    private static final int WHOLE = 10_000;

    public static TimeProgress monthly(int year) {
        return new TimeProgress(year, 1, Curve.LINEAR_MONTH, List.of(), day -> true);
    }

    /** Between 0 and 1. Dates before the year are 0, dates after it 1. */
    public Rational at(LocalDate asOf) {
        if (asOf.getYear() < year || asOf.isBefore(start())) {
            return Rational.ZERO;
        }
        if (asOf.getYear() > year) {
            return Rational.ONE;
        }
        return switch (curve) {
            case LINEAR_MONTH ->
                Rational.of(
                        Math.max(0, completedMonths(asOf) - startMonth + 1),
                        Month.DECEMBER.getValue() - startMonth + 1);
            case LINEAR_DAY -> Rational.of(days(start(), asOf), days(start(), end()));
            case LINEAR_WORKDAY -> workdays(asOf);
            case CUSTOM ->
                completedMonths(asOf) == 0 ? Rational.ZERO : Rational.of(custom.get(completedMonths(asOf) - 1), WHOLE);
        };
    }

    /** The current month is complete on its last day, not on the day after. */
    public static int completedMonths(LocalDate asOf) {
        boolean lastDay = asOf.getDayOfMonth() == YearMonth.from(asOf).lengthOfMonth();
        return lastDay ? asOf.getMonthValue() : asOf.getMonthValue() - 1;
    }

    private Rational workdays(LocalDate asOf) {
        long all = start().datesUntil(end().plusDays(1)).filter(workday).count();
        long gone = start().datesUntil(asOf.plusDays(1)).filter(workday).count();
        return all == 0 ? Rational.ZERO : Rational.of(gone, all);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private LocalDate start() {
        return LocalDate.of(year, startMonth, 1);
    }

    private LocalDate end() {
        return LocalDate.of(year, Month.DECEMBER, Month.DECEMBER.maxLength());
    }
}
