package org.pengjiang.appeal.model.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.SegmentKind;

/** A segment of a clock as it is stored: {@code RUN 2026-09-21T01:00:00Z}. It lasts until the next one begins. */
public record StoredSegment(
        SegmentKind kind, Instant from, @Nullable Instant to) {
    private static final char BETWEEN = ' ';

    static StoredSegment of(ClockSegment segment) {
        return new StoredSegment(segment.kind(), segment.from(), segment.to());
    }

    static StoredSegment parse(String written, @Nullable Instant to) {
        int end = written.indexOf(BETWEEN);
        return new StoredSegment(SegmentKind.valueOf(written.substring(0, end)), from(written), to);
    }

    static Instant from(String written) {
        return Instant.parse(written.substring(written.indexOf(BETWEEN) + 1));
    }

    String written() {
        return kind.name() + BETWEEN + from;
    }

    ClockSegment segment() {
        return new ClockSegment(kind, from, to);
    }
}
