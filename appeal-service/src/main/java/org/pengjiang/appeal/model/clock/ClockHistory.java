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
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.RunningClock;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;

/**
 * What has become of a clock since it started: the segments it ran and stood, and why its due moved. The segments stand in the
 * row of the clock; most clocks are never revised, and their row says so.
 */
@Embeddable
public class ClockHistory {
    private static final String NEXT = "\n";

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    /** One on each line. */
    @Column
    private String segments;

    @Column
    private boolean revised;

    @ElementCollection
    @CollectionTable(name = "due_revision", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<DueRevision> revisions = new ArrayList<>();

    protected ClockHistory() {}

    public ClockHistory(Instant startedAt) {
        this.startedAt = startedAt;
        segments = "";
    }

    /** As the calendar computes with it. */
    public RunningClock running(Target target, @Nullable ClockOutcome outcome) {
        return new RunningClock(
                target,
                segments().stream().map(StoredSegment::segment).toList(),
                revisions().stream().map(DueRevision::revision).toList(),
                outcome);
    }

    public void keep(List<ClockSegment> next) {
        segments =
                next.stream().map(StoredSegment::of).map(StoredSegment::written).collect(Collectors.joining(NEXT));
    }

    public void revised(DueRevision revision) {
        revisions.add(revision);
        revised = true;
    }

    public boolean isAtStop() {
        return segments.startsWith(SegmentKind.STOP.name(), segments.lastIndexOf(NEXT) + 1);
    }

    public boolean isPausedBeforeStop() {
        List<StoredSegment> all = segments();
        return isAtStop() && all.size() > 1 && all.get(all.size() - 2).kind() == SegmentKind.PAUSE;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public List<StoredSegment> segments() {
        String[] written = segments.split(NEXT);
        List<StoredSegment> read = new ArrayList<>(written.length);
        for (int i = 0; i < written.length; i++) {
            boolean isLast = i == written.length - 1;
            read.add(StoredSegment.parse(written[i], isLast ? null : StoredSegment.from(written[i + 1])));
        }
        return List.copyOf(read);
    }

    public List<DueRevision> revisions() {
        return revised ? List.copyOf(revisions) : List.of();
    }
}
