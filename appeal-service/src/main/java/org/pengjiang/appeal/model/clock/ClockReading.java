package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.RunningClock;

/**
 * What a clock shows: computed at every step and stored, so that it can be searched for, and promised.
 *
 * @param state a clock that ran past its due is RUNNING until that was noticed and written down
 * @param dueAt null while it is paused, because that depends on when it runs on, and once it is stopped
 * @param nextFireAt when a sweep has to look at it next, for {@code nextLevel} percent
 */
@Embeddable
public record ClockReading(
        @Enumerated(EnumType.STRING) ClockState state,
        @Column(name = "due_at") @Nullable Instant dueAt,
        boolean provisional,
        @Column(name = "calendar_version") String calendarVersion,
        @Column(name = "next_fire_at") @Nullable Instant nextFireAt,
        @Column(name = "next_level") @Nullable Integer nextLevel) {

    public static ClockReading of(RunningClock clock, ClockType type, int highestFired, CalendarVersion calendar) {
        ClockState state = stateOf(clock);
        Optional<Deadline> deadline = state == ClockState.STOPPED ? Optional.empty() : clock.due(calendar);
        Integer level = state == ClockState.RUNNING
                ? type.levels().stream()
                        .filter(next -> next > highestFired)
                        .findFirst()
                        .orElse(null)
                : null;
        return new ClockReading(
                state,
                deadline.map(Deadline::dueAt).orElse(null),
                deadline.map(Deadline::provisional).orElse(false),
                deadline.map(Deadline::calendarVersion).orElse(calendar.id()),
                level == null ? null : moment(clock, calendar, level),
                level);
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
    private static Instant moment(RunningClock clock, CalendarVersion calendar, int level) {
        return level == ClockType.DUE
                ? clock.due(calendar).orElseThrow().dueAt().plusSeconds(1)
                : clock.levelAt(calendar, level).orElseThrow();
    }
}
