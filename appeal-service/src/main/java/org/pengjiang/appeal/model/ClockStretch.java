package org.pengjiang.appeal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.SegmentKind;

/** One stored stretch of a clock's life. */
@Embeddable
public record ClockStretch(
        @Enumerated(EnumType.STRING) SegmentKind kind,
        @Column(name = "from_at", nullable = false) Instant from,
        @Column(name = "to_at") @Nullable Instant to) {

    static ClockStretch of(ClockSegment segment) {
        return new ClockStretch(segment.kind(), segment.from(), segment.to());
    }

    ClockSegment segment() {
        return new ClockSegment(kind, from, to);
    }
}
