package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.Deadline;

/** How a clock ended: frozen, whatever becomes of its target, its calendar or its appeal. */
@Embeddable
public record ClockResult(
        boolean met,
        @Column(name = "outcome_due_at") Instant dueAt,
        @Column(name = "outcome_provisional") boolean provisional,
        @Column(name = "outcome_calendar") String calendarVersion,
        @Column(name = "answered_at") @Nullable Instant answeredAt) {

    public static ClockResult of(ClockOutcome outcome) {
        Deadline deadline = outcome.deadline();
        return new ClockResult(
                outcome.met(),
                deadline.dueAt(),
                deadline.provisional(),
                deadline.calendarVersion(),
                outcome.answeredAt());
    }

    public ClockOutcome outcome() {
        return new ClockOutcome(met, new Deadline(dueAt, provisional, calendarVersion), answeredAt);
    }
}
