package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.at;
import static org.pengjiang.calendar.BeijingTime.day;
import static org.pengjiang.calendar.BeijingTime.local;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the domain, by their numbers; T numbers are defects of other systems that must not happen here. */
class GoldenVectorsTest {

    private final CalendarVersion calendar = CalendarVersion.national();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "V1 and T30 over a day off to a worked Sunday, 2026-09-18 17:00, 60, 2026-09-20 09:00",
        "V2 from a day off, 2026-09-19 10:00, 60, 2026-09-20 09:30",
        "V3 over a long holiday, 2026-09-30 16:45, 60, 2026-10-08 08:45",
        "V4 from the end of the day, 2026-09-30 17:30, 60, 2026-10-08 09:30",
        "V9 ends at the boundary, 2026-03-04 14:30, 180, 2026-03-04 17:30",
        "T12 over the lunch break, 2026-03-04 11:30, 60, 2026-03-04 15:00",
        "ends at noon, 2026-03-04 08:30, 210, 2026-03-04 12:00"
    })
    void addsWorkingMinutes(String vector, String start, long minutes, String due) {
        // When
        Deadline deadline = calendar.addWorkingMinutes(at(start), minutes);
        // Then
        assertEquals(due, local(deadline));
        assertFalse(deadline.provisional());
        assertEquals(calendar.id(), deadline.calendarVersion());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "V10, 2026-09-30 10:00, 2, 2026-10-09 17:30",
        "V10, 2026-09-30 10:00, 10, 2026-10-20 17:30",
        "V10, 2026-09-30 10:00, 15, 2026-10-27 17:30",
        "V13, 2026-09-18 10:00, 1, 2026-09-20 17:30",
        "the same working day, 2026-09-18 10:00, 0, 2026-09-18 17:30",
        "the same working day once it has ended, 2026-09-18 17:30, 0, 2026-09-20 17:30",
        "the same working day from a day off, 2026-09-19 10:00, 0, 2026-09-20 17:30"
    })
    void endsWithTheNthWorkday(String vector, String start, int n, String due) {
        // When / Then
        assertEquals(due, local(calendar.endOfNthWorkday(at(start), n)));
    }

    @Test
    void v14CountsAPauseInWorkingMinutes() {
        // Given
        Instant start = at("2026-09-29 09:00");
        Pause pause = new Pause(at("2026-09-30 10:00"), at("2026-10-08 10:00"));
        // When
        Deadline unpaused = calendar.deadline(start, Target.workingMinutes(780), List.of());
        Deadline paused = calendar.deadline(start, Target.workingMinutes(780), List.of(pause));
        // Then
        assertEquals("2026-10-08 09:00", local(unpaused));
        assertEquals(450, calendar.workingMinutesBetween(start, pause.from()));
        assertEquals(390, calendar.workingMinutesBetween(pause.from(), pause.to()));
        assertEquals(330, calendar.workingMinutesBetween(pause.to(), paused.dueAt()));
        assertEquals("2026-10-09 09:00", local(paused));
    }

    @Test
    void v16ARaisedClockKeepsHalfOfItsNewTarget() {
        // Given
        RunningClock clock = RunningClock.start(at("2026-03-02 08:30"), Target.workingMinutes(1950));
        Instant raisedAt = at("2026-03-04 10:30");
        // When
        RunningClock raised = clock.changeTarget(calendar, raisedAt, Target.workingMinutes(780), false);
        // Then
        assertEquals("2026-03-06 17:30", local(clock.due(calendar).orElseThrow()));
        assertEquals(900, calendar.workingMinutesBetween(clock.startedAt(), raisedAt));
        assertEquals("2026-03-05 10:30", local(raised.due(calendar).orElseThrow()));
        assertEquals(ClockState.RUNNING, raised.state(calendar, raisedAt));
    }

    @Test
    void v18ADeadlineBeyondTheLoadedYearsIsAnErrorUnlessProvisionalResultsAreAskedFor() {
        // Given
        Instant start = at("2026-12-31 17:00");
        // When
        CalendarException refused = assertThrows(CalendarException.class, () -> calendar.addWorkingMinutes(start, 60));
        Deadline provisional = calendar.allowingProvisional().addWorkingMinutes(start, 60);
        // Then
        assertEquals(CalendarErrorCode.CALENDAR_NOT_LOADED, refused.code());
        assertEquals("2027-01-04 09:00", local(provisional));
        assertTrue(provisional.provisional());
    }

    /** The notice of 2018-12-06 made Saturday 2018-12-29 a working day and Monday 12-31 a day off. */
    @Test
    void lateDecemberIsProvisionalUntilTheNoticeOfTheNextYearIsLoaded() {
        // Given
        CalendarVersion asked = calendar.allowingProvisional();
        // When / Then
        assertFalse(asked.endOfNthWorkday(at("2026-12-22 10:00"), 1).provisional());
        assertTrue(asked.endOfNthWorkday(at("2026-12-23 10:00"), 1).provisional());
        assertTrue(asked.addWorkingMinutes(at("2026-12-31 17:00"), 30).provisional());
        assertFalse(asked.endOfNthWorkday(at("2025-12-30 10:00"), 1).provisional(), "the notice for 2026 is loaded");
        assertTrue(asked.coverage().isLoaded(day("2026-12-23")));
        assertFalse(asked.coverage().isLoaded(day("2026-12-24")));
        assertEquals(
                CalendarErrorCode.CALENDAR_NOT_LOADED,
                assertThrows(CalendarException.class, () -> calendar.isWorkday(day("2026-12-24")))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-23 10:00, 7, 2026-09-30 17:30",
        "2026-03-02 10:00, 7, 2026-03-09 17:30",
        "2026-03-02 23:59, 7, 2026-03-09 17:30",
        "2026-02-13 10:00, 7, 2026-02-24 17:30",
        "2026-09-28 10:00, 7, 2026-10-08 17:30",
        "2026-09-19 10:00, 1, 2026-09-20 17:30"
    })
    void naturalDaysEndWithTheOffices(String start, long days, String due) {
        // When / Then
        assertEquals(due, local(calendar.deadline(at(start), Target.endOfNaturalDay(days), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02 10:00, 7, 2026-03-10 00:00",
        "2026-09-28 10:00, 7, 2026-10-06 00:00",
        "2026-02-14 17:00, 7, 2026-02-25 00:00",
        "2026-02-14 17:00, 10, 2026-02-25 00:00",
        "2026-09-30 10:00, 7, 2026-10-09 00:00"
    })
    void aWindowEndsAtMidnightAndNotWhollyInDaysOff(String start, long days, String due) {
        // When / Then
        assertEquals(due, local(calendar.deadline(at(start), Target.midnightOfNaturalDay(days), List.of())));
    }

    @Test
    void aWindowIsFirmOnceOneOfItsDaysIsSurelyAWorkingDay() {
        // Given
        CalendarVersion asked = calendar.allowingProvisional();
        Target week = Target.midnightOfNaturalDay(7);
        // When / Then
        assertFalse(asked.deadline(at("2026-12-22 10:00"), week, List.of()).provisional());
        assertTrue(asked.deadline(at("2026-12-23 10:00"), week, List.of()).provisional());
    }

    @Test
    void aPauseMovesAnEndOfDaysByItsWorkingTime() {
        // Given
        Pause pause = new Pause(at("2026-09-30 10:00"), at("2026-10-08 10:00"));
        // When / Then
        assertEquals(
                "2026-10-09 17:30",
                local(calendar.deadline(at("2026-09-28 10:00"), Target.endOfNaturalDay(7), List.of(pause))));
    }

    @Test
    void v19NaturalDaysRollForwardToTheEndOfTheNextWorkday() {
        // Given
        Instant start = at("2026-09-28 10:00");
        // When / Then
        assertEquals("2026-10-08 17:30", local(calendar.addNaturalDays(start, 7, true)));
        assertEquals("2026-10-05 10:00", local(calendar.addNaturalDays(start, 7, false)));
        assertEquals("2026-09-29 10:00", local(calendar.addNaturalDays(start, 1, true)));
        assertEquals("2026-09-29 10:00", local(calendar.addNaturalMinutes(start, 1440)));
    }
}
