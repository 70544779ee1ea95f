package org.pengjiang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch {@code [from, to)} of a clock's life.
 *
 * @param to null while it lasts
 */
public record ClockSegment(
        SegmentKind kind, Instant from, @Nullable Instant to) {

    ClockSegment endedAt(Instant end) {
        return new ClockSegment(kind, from, end);
    }
}
