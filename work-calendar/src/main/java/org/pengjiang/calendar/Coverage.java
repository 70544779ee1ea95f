package org.pengjiang.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;

/**
 * What a version knows.
 *
 * @param loadedYears years with a published list, in order; a day from 24 December on also needs the next year's
 * @param provisionalYears years of which only the days fixed by law are known, in order; every other year is the bare
 *     working week and provisional as well
 * @param horizonFrom the first day that can be asked for
 * @param horizonTo the last day that can be asked for
 */
public record Coverage(
        List<Integer> loadedYears, List<Integer> provisionalYears, LocalDate horizonFrom, LocalDate horizonTo) {

    /** From this day of December on the notice of the next year may still turn a day. */
    private static final int NEXT_NOTICE_FROM = 24;

    public boolean isLoaded(LocalDate date) {
        return isLoaded(loadedYears, date);
    }

    /** The years whose notices a day needs: its own, and from 24 December the next one's too. */
    public static List<Integer> yearsOf(LocalDate date) {
        boolean ofNextToo = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= NEXT_NOTICE_FROM;
        return ofNextToo ? List.of(date.getYear(), date.getYear() + 1) : List.of(date.getYear());
    }

    static boolean isLoaded(Collection<Integer> loadedYears, LocalDate date) {
        return loadedYears.containsAll(yearsOf(date));
    }
}
