package org.pengjiang.appeal.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.RunningClock;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;

/** What has become of a clock since it started: the stretches it ran and stood, and why its due moved. */
@Embeddable
class ClockHistory {
    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @ElementCollection
    @CollectionTable(name = "clock_segment", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<ClockStretch> stretches = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "due_revision", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<DueRevision> revisions = new ArrayList<>();

    protected ClockHistory() {}

    ClockHistory(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** As the calendar computes with it. */
    RunningClock running(Target target, @Nullable ClockOutcome outcome) {
        return new RunningClock(
                target,
                stretches.stream().map(ClockStretch::segment).toList(),
                revisions.stream().map(DueRevision::revision).toList(),
                outcome);
    }

    /** In place, so that only what changed is written. */
    void keep(List<ClockSegment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            ClockStretch stretch = ClockStretch.of(segments.get(i));
            if (i == stretches.size()) {
                stretches.add(stretch);
            } else if (!stretches.get(i).equals(stretch)) {
                stretches.set(i, stretch);
            }
        }
    }

    void revised(DueRevision revision) {
        revisions.add(revision);
    }

    boolean isAtStop() {
        return stretches.getLast().kind() == SegmentKind.STOP;
    }

    Instant startedAt() {
        return startedAt;
    }

    List<ClockStretch> stretches() {
        return List.copyOf(stretches);
    }

    List<DueRevision> revisions() {
        return List.copyOf(revisions);
    }
}
