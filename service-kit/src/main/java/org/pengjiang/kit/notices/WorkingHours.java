package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.pengjiang.calendar.CalendarException;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;

/** When a letter may go out: nobody is written to at midnight or on a day off about what can wait. */
@ApplicationScoped
class WorkingHours {
    private final WorkCalendar calendar;
    private final Clock clock;

    WorkingHours(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return Instant.now(clock);
    }

    /** The moment itself inside a working interval or when it is urgent, otherwise the begin of the next one. */
    Instant heldUntil(DivisionCode division, boolean urgent, Instant from) {
        if (urgent) {
            return from;
        }
        try {
            return calendar.of(division).nextWorkingMoment(from);
        } catch (CalendarException beyondTheHorizon) {
            return from;
        }
    }
}
