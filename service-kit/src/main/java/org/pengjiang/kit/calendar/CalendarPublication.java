package org.pengjiang.kit.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;

/**
 * Everything that a division adds to the calendar above it, as of one publication.
 *
 * @param revision numbers the publications of the division
 * @param calendarVersion how its owner named the calendar that results
 */
public record CalendarPublication(
        DivisionCode division,
        long revision,
        String calendarVersion,
        CalendarAdditions additions,
        @Nullable String documentNo,
        Instant publishedAt) {}
