package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.Ladder;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.RunningClock;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;

/**
 * What a clock shows: computed at every step and stored, so that it can be searched for, and promised.
 *
 * @param state a clock that ran past its due is RUNNING until that was noticed and written down
 * @param dueAt null while it is paused, because that depends on when it runs on, and once it is stopped
 * @param nextFireAt when a sweep has to look at it next, for {@code nextLevel} of its ladder
 */
@Embeddable
public record ClockReading(
        @Enumerated(EnumType.STRING) ClockState state,
        @Column(name = "due_at") @Nullable Instant dueAt,
        boolean provisional,
        @Column(name = "calendar_version") String calendarVersion,
        @Column(name = "next_fire_at") @Nullable Instant nextFireAt,
        @Column(name = "next_level") @Nullable Integer nextLevel) {

    public static ClockReading of(RunningClock clock, Ladder ladder, int highestFired, CalendarVersion calendar) {
        ClockState state = stateOf(clock);
        Optional<Deadline> deadline = state == ClockState.STOPPED ? Optional.empty() : clock.due(calendar);
        Optional<Rung> next = isClimbing(clock, state) ? ladder.above(highestFired) : Optional.empty();
        return new ClockReading(
                state,
                deadline.map(Deadline::dueAt).orElse(null),
                deadline.map(Deadline::provisional).orElse(false),
                deadline.map(Deadline::calendarVersion).orElse(calendar.id()),
                next.map(rung -> moment(clock, calendar, rung)).orElse(null),
                next.map(Rung::level).orElse(null));
    }

    /** Up to its due while it runs, after it while nobody has answered. */
    private static boolean isClimbing(RunningClock clock, ClockState state) {
        return state == ClockState.RUNNING
                || (state == ClockState.MISSED && clock.segments().getLast().kind() == SegmentKind.RUN);
    }

    private static ClockState stateOf(RunningClock clock) {
        ClockOutcome outcome = clock.outcome();
        if (outcome != null) {
            return outcome.met() ? ClockState.MET : ClockState.MISSED;
        }
        return switch (clock.segments().getLast().kind()) {
            case RUN -> ClockState.RUNNING;
            case PAUSE, GAP -> ClockState.PAUSED;
            case STOP -> ClockState.STOPPED;
        };
    }

    /** Exactly at the due is in time: the whole fires a second later. */
    private static Instant moment(RunningClock clock, CalendarVersion calendar, Rung rung) {
        Target afterDue = rung.afterDue();
        if (afterDue != null) {
            return calendar.deadline(due(clock, calendar), afterDue, List.of()).dueAt();
        }
        return rung.level() == ClockType.DUE
                ? due(clock, calendar).plusSeconds(1)
                : clock.levelAt(calendar, rung.level()).orElseThrow();
    }

    private static Instant due(RunningClock clock, CalendarVersion calendar) {
        return clock.due(calendar).orElseThrow().dueAt();
    }
}
