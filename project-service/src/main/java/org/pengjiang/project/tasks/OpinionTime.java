package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.tasks.Todo;

/** Until when a department may answer, and when it is reminded: as the working day before begins. */
@ApplicationScoped
class OpinionTime {
    private final WorkCalendar calendar;
    private final Clock clock;

    OpinionTime(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The day counts whole: an opinion is late when the day is over. */
    Todo of(DivisionCode division, LocalDate dueOn, Todo todo) {
        CalendarVersion version = calendar.of(division);
        LocalDate before = dueOn.minusDays(1);
        while (!version.isWorkday(before)) {
            before = before.minusDays(1);
        }
        int opens = version.workingIntervals(before).getFirst().fromSecond();
        Instant remindAt =
                before.atStartOfDay(clock.getZone()).plusSeconds(opens).toInstant();
        Instant dueAt =
                dueOn.plusDays(1).atStartOfDay(clock.getZone()).minusSeconds(1).toInstant();
        return todo.due(dueAt, !version.coverage().isLoaded(dueOn)).remindAt(remindAt);
    }
}
