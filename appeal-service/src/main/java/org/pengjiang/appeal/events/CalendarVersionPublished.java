package org.pengjiang.appeal.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** A division has published what its working calendar adds to the one above it. */
public record CalendarVersionPublished(
        String divisionCode,
        long revision,
        String calendarVersion,
        String data,
        String documentNo,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo)
        implements DomainEvent {
    @Override
    public String type() {
        return "calendar.version-published.v1";
    }
}
