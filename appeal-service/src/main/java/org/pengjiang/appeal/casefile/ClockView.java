package org.pengjiang.appeal.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Breach;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.view.ClockSummary;
import org.pengjiang.calendar.SegmentKind;

/**
 * A clock with its whole life.
 *
 * @param fired the levels up to the due that were reached, each once
 * @param escalated the rungs after the due that were reached, each once; absent for an enterprise
 * @param breachedAt present for ever once the promise was not kept
 */
record ClockView(
        ClockSummary clock,
        List<Stretch> stretches,
        List<Revision> revisions,
        List<Level> fired,
        @Nullable List<Escalation> escalated,
        @Nullable Integer nextLevel,
        @Nullable Instant nextLevelAt,
        @Nullable Instant breachedAt) {

    /** A time in which it ran, paused or stood. */
    record Stretch(SegmentKind kind, Instant from, @Nullable Instant to) {}

    /** Why the due moved. */
    record Revision(String reason, Instant at, Instant previousDueAt, Instant dueAt, String calendarVersion) {}

    /** A warning (50, 80) or the whole (100), with the moment it was due at and the one it was noticed at. */
    record Level(int percent, Instant firedAt, Instant recordedAt) {}

    /** A rung after the due, numbered from 101 on; the explanation of the clock says what it does. */
    record Escalation(int level, Instant firedAt, Instant recordedAt) {}

    static ClockView of(SlaClock clock, Appeal appeal, boolean office) {
        boolean upToDue =
                clock.nextLevel().filter(level -> level <= ClockType.DUE).isPresent();
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
                        .filter(level -> level.level() <= ClockType.DUE)
                        .map(level -> new Level(level.level(), level.firedAt(), level.recordedAt()))
                        .toList(),
                office
                        ? clock.levels().stream()
                                .filter(level -> level.level() > ClockType.DUE)
                                .map(level -> new Escalation(level.level(), level.firedAt(), level.recordedAt()))
                                .toList()
                        : null,
                upToDue ? clock.nextLevel().orElse(null) : null,
                upToDue ? clock.nextFireAt().orElse(null) : null,
                appeal.breaches().stream()
                        .filter(breach -> breach.clockId().equals(clock.id()))
                        .map(Breach::dueAt)
                        .findFirst()
                        .orElse(null));
    }
}
