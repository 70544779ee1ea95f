package org.pengjiang.calendar;

import java.time.Instant;

/** A span {@code [from, to)} in which a clock did not run. Fractions of a second are cut off. */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to.isBefore(from)) {
            throw new CalendarException(
                    CalendarErrorCode.SPAN_REVERSED, "A pause ends before it begins: " + from + " " + to);
        }
    }
}
