package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;

/** Until when a department may answer, and when it is reminded: as the working day before begins. */
@ApplicationScoped
class OpinionTime {
    private final WorkCalendar calendar;
    private final Clock clock;

    OpinionTime(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param dueAt the day counts whole: an opinion is late when the day is over
     * @param provisional whether the calendar of that day is not published yet
     */
    record Limit(Instant since, Instant remindAt, Instant dueAt, boolean provisional) {}

    Limit of(DivisionCode division, LocalDate openedOn, LocalDate dueOn) {
        CalendarVersion version = calendar.of(division);
        LocalDate before = dueOn.minusDays(1);
        while (!version.isWorkday(before)) {
            before = before.minusDays(1);
        }
        int opens = version.workingIntervals(before).getFirst().fromSecond();
        return new Limit(
                beginning(openedOn),
                beginning(before).plusSeconds(opens),
                beginning(dueOn.plusDays(1)).minusSeconds(1),
                !version.coverage().isLoaded(dueOn));
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
