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
 * @param restoresSince it takes back what was published at this moment, and the dues that were moved by it go back; null for none
 */
public record CalendarPublication(
        DivisionCode division,
        long revision,
        String calendarVersion,
        CalendarAdditions additions,
        @Nullable String documentNo,
        Instant publishedAt,
        @Nullable Instant restoresSince) {
    public CalendarPublication(
            DivisionCode division,
            long revision,
            String calendarVersion,
            CalendarAdditions additions,
            @Nullable String documentNo,
            Instant publishedAt) {
        this(division, revision, calendarVersion, additions, documentNo, publishedAt, null);
    }
}
