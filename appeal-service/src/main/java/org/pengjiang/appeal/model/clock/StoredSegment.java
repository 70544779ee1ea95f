package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.SegmentKind;

/** A segment of a clock as it is stored. */
@Embeddable
public record StoredSegment(
        @Enumerated(EnumType.STRING) SegmentKind kind,
        @Column(name = "from_at", nullable = false) Instant from,
        @Column(name = "to_at") @Nullable Instant to) {

    static StoredSegment of(ClockSegment segment) {
        return new StoredSegment(segment.kind(), segment.from(), segment.to());
    }

    ClockSegment segment() {
        return new ClockSegment(kind, from, to);
    }
}
