package org.pengjiang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which the district itself stops or shortens work, such as a typhoon stop. It only ever takes working time
 * away and leaves the national rows as they are: on a day off it changes nothing.
 *
 * @param date the day
 * @param open what stays open of the office hours; empty when the whole day is suspended
 * @param documentNumber number of the document that ordered it
 */
public record LocalDay(LocalDate date, List<WorkingInterval> open, String documentNumber) {

    public LocalDay {
        open = List.copyOf(open);
    }

    /** What stays open when a wider division has ordered something for the same day too. */
    LocalDay within(LocalDay wider) {
        if (wider.open.isEmpty()) {
            return wider;
        }
        return new LocalDay(date, WorkingInterval.within(open, wider.open), documentNumber);
    }

    public static LocalDay suspended(LocalDate date, String documentNumber) {
        return new LocalDay(date, List.of(), documentNumber);
    }
}
