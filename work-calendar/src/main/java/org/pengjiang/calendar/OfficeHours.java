package org.pengjiang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The hours of a working day from a date on, until other hours take over. The first hours also hold for the days before
 * them.
 *
 * @param from the first day they hold
 * @param intervals any number, in order, without overlap
 * @param assumption true while the district has not confirmed them
 */
public record OfficeHours(LocalDate from, List<WorkingInterval> intervals, boolean assumption) {

    public OfficeHours {
        intervals = List.copyOf(intervals);
    }
}
