package org.pengjiang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What a version knows.
 *
 * @param loadedYears years with a published list, in order
 * @param provisionalYears years of which only the days fixed by law are known, in order; every other year is the bare
 *     working week and provisional as well
 * @param horizonFrom the first day that can be asked for
 * @param horizonTo the last day that can be asked for
 */
public record Coverage(
        List<Integer> loadedYears, List<Integer> provisionalYears, LocalDate horizonFrom, LocalDate horizonTo) {

    public boolean isLoaded(LocalDate date) {
        return loadedYears.contains(date.getYear());
    }
}
