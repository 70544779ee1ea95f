package org.pengjiang.appeal.model;

import java.time.Instant;
import org.pengjiang.calendar.CalendarVersion;

/** The moment of a step, with the calendar and the policy that it is counted by. */
public record Now(Instant at, CalendarVersion calendar, TimePolicy policy) {
    /** The same for a moment that was due to come, when the sweep that notices it runs later. */
    Now at(Instant moment) {
        return new Now(moment, calendar, policy);
    }
}
