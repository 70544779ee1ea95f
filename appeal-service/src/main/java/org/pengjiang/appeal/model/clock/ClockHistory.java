package org.pengjiang.appeal.model.clock;

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

/** What has become of a clock since it started: the segments it ran and stood, and why its due moved. */
@Embeddable
public class ClockHistory {
    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @ElementCollection
    @CollectionTable(name = "clock_segment", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<StoredSegment> segments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "due_revision", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<DueRevision> revisions = new ArrayList<>();

    protected ClockHistory() {}

    public ClockHistory(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** As the calendar computes with it. */
    public RunningClock running(Target target, @Nullable ClockOutcome outcome) {
        return new RunningClock(
                target,
                segments.stream().map(StoredSegment::segment).toList(),
                revisions.stream().map(DueRevision::revision).toList(),
                outcome);
    }

    /** In place, so that only what changed is written. */
    public void keep(List<ClockSegment> next) {
        for (int i = 0; i < next.size(); i++) {
            StoredSegment segment = StoredSegment.of(next.get(i));
            if (i == segments.size()) {
                segments.add(segment);
            } else if (!segments.get(i).equals(segment)) {
                segments.set(i, segment);
            }
        }
    }

    public void revised(DueRevision revision) {
        revisions.add(revision);
    }

    public boolean isAtStop() {
        return segments.getLast().kind() == SegmentKind.STOP;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public List<StoredSegment> segments() {
        return List.copyOf(segments);
    }

    public List<DueRevision> revisions() {
        return List.copyOf(revisions);
    }
}
