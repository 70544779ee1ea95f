package org.pengjiang.appeal.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Breach;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.view.ClockSummary;
import org.pengjiang.calendar.SegmentKind;

/**
 * A clock with its whole life.
 *
 * @param fired the levels that were reached, each once
 * @param breachedAt present for ever once the promise was not kept
 */
record ClockView(
        ClockSummary clock,
        List<Stretch> stretches,
        List<Revision> revisions,
        List<Level> fired,
        @Nullable Integer nextLevel,
        @Nullable Instant nextLevelAt,
        @Nullable Instant breachedAt) {

    /** A time in which it ran, paused or stood. */
    record Stretch(SegmentKind kind, Instant from, @Nullable Instant to) {}

    /** Why the due moved. */
    record Revision(String reason, Instant at, Instant previousDueAt, Instant dueAt, String calendarVersion) {}

    /** A warning (50, 80) or the whole (100), with the moment it was due at and the one it was noticed at. */
    record Level(int percent, Instant firedAt, Instant recordedAt) {}

    static ClockView of(SlaClock clock, Appeal appeal) {
        return new ClockView(
                ClockSummary.of(clock),
                clock.segments().stream()
                        .map(stretch -> new Stretch(stretch.kind(), stretch.from(), stretch.to()))
                        .toList(),
                clock.revisions().stream()
                        .map(revision -> new Revision(
                                revision.reason(),
                                revision.at(),
                                revision.previousDueAt(),
                                revision.dueAt(),
                                revision.calendarVersion()))
                        .toList(),
                clock.levels().stream()
                        .map(level -> new Level(level.level(), level.firedAt(), level.recordedAt()))
                        .toList(),
                clock.nextLevel().orElse(null),
                clock.nextFireAt().orElse(null),
                appeal.breaches().stream()
                        .filter(breach -> breach.clockId().equals(clock.id()))
                        .map(Breach::dueAt)
                        .findFirst()
                        .orElse(null));
    }
}
