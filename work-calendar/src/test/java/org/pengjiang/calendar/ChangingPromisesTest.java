package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.at;
import static org.pengjiang.calendar.BeijingTime.day;
import static org.pengjiang.calendar.BeijingTime.local;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a promised due when the target or the calendar changes under a running clock. */
class ChangingPromisesTest {

    private static final Target ONE_HOUR = Target.workingMinutes(60);

    private final CalendarVersion calendar = CalendarVersion.national();
    /** Monday morning in a week without holidays. */
    private final Instant monday = at("2026-03-02 08:30");

    @Test
    void t02ATargetThatChangesKeepsThePauses() {
        // Given V14, paused for 390 working minutes
        RunningClock paused = RunningClock.start(at("2026-09-29 09:00"), Target.workingMinutes(780))
                .pause(calendar, at("2026-09-30 10:00"))
                .resume(at("2026-10-08 10:00"));
        // When it is raised to 600 minutes, 450 of which are used
        RunningClock raised = paused.changeTarget(calendar, at("2026-10-08 10:00"), Target.workingMinutes(600), false);
        // Then half of the new target, 300 minutes, is more than the 150 that are left of it
        assertEquals("2026-10-09 09:00", dueOf(paused));
        assertEquals("2026-10-08 17:30", dueOf(raised));
    }

    @Test
    void t02APauseAfterTheChangeMovesTheGraceOn() {
        // Given V16
        RunningClock raised = RunningClock.start(monday, Target.workingMinutes(1950))
                .changeTarget(calendar, at("2026-03-04 10:30"), Target.workingMinutes(780), false);
        // When
        RunningClock resumed = raised.pause(calendar, at("2026-03-04 11:00")).resume(at("2026-03-04 15:30"));
        // Then 60 + 60 working minutes later
        assertEquals("2026-03-05 10:30", dueOf(raised));
        assertEquals("2026-03-05 15:00", dueOf(resumed));
    }

    @Test
    void t02AClockCanBeRaisedWhileItIsPaused() {
        // Given
        RunningClock paused =
                RunningClock.start(monday, Target.workingMinutes(1950)).pause(calendar, at("2026-03-04 10:00"));
        // When
        RunningClock resumed = paused.changeTarget(calendar, at("2026-03-04 10:30"), Target.workingMinutes(780), false)
                .resume(at("2026-03-04 11:30"));
        // Then the half of the new target begins with the resumption
        assertEquals("2026-03-05 11:30", dueOf(resumed));
    }

    @Test
    void aLongerTargetKeepsThePromisedDueUnlessSomebodyApproves() {
        // Given
        RunningClock clock = RunningClock.start(monday, Target.workingMinutes(390));
        Instant change = at("2026-03-02 10:00");
        // When
        RunningClock lowered = clock.changeTarget(calendar, change, Target.workingMinutes(1950), false);
        RunningClock approved = clock.changeTarget(calendar, change, Target.workingMinutes(1950), true);
        // Then
        assertEquals("2026-03-02 17:30", dueOf(lowered));
        assertEquals("2026-03-06 17:30", dueOf(approved));
    }

    @Test
    void aRaiseToNaturalTimeIsGivenItsHalfInNaturalTime() {
        // Given five working days, of which three and a half are gone
        RunningClock clock = RunningClock.start(monday, Target.endOfWorkday(5));
        Instant change = at("2026-03-05 14:30");
        // When raised to 24 hours around the clock
        RunningClock raised = clock.changeTarget(calendar, change, Target.naturalDays(1), false);
        // Then
        assertEquals("2026-03-09 17:30", dueOf(clock));
        assertEquals("2026-03-06 02:30", dueOf(raised));
        assertEquals(ClockState.RUNNING, raised.state(calendar, change));
    }

    @Test
    void t20AStoppedDayMovesOpenClocksOnAndNeverBack() {
        // Given a typhoon that closes Tuesday, announced on Monday
        RunningClock clock = RunningClock.start(monday, Target.endOfWorkday(1));
        CalendarVersion typhoon = CalendarVersion.of(
                calendar.data().withLocalDay(LocalDay.suspended(day("2026-03-03"), "District order 1"), "typhoon"));
        // When
        RunningClock moved = clock.changeCalendar(calendar, at("2026-03-02 16:00"));
        RunningClock back = moved.changeCalendar(typhoon, at("2026-03-02 17:00"));
        // Then
        assertEquals("2026-03-03 17:30", dueOf(clock));
        assertEquals("2026-03-04 17:30", local(moved.due(typhoon).orElseThrow()));
        assertEquals("typhoon", moved.due(typhoon).orElseThrow().calendarVersion());
        assertEquals("2026-03-04 17:30", dueOf(back));
    }

    @Test
    void aPromiseKeptThroughAChangeOfCalendarIsMovedOnByLaterPauses() {
        // Given a due of Wednesday that the old calendar gave and the new one would undercut
        CalendarVersion typhoon = CalendarVersion.of(
                calendar.data().withLocalDay(LocalDay.suspended(day("2026-03-03"), "District order 1"), "typhoon"));
        RunningClock kept =
                RunningClock.start(monday, Target.endOfWorkday(1)).changeCalendar(typhoon, at("2026-03-02 16:00"));
        // When it is paused after the undercut due and before the kept one
        RunningClock resumed = kept.pause(calendar, at("2026-03-04 08:30")).resume(at("2026-03-04 09:30"));
        // Then
        assertEquals("2026-03-04 17:30", dueOf(kept));
        assertEquals("2026-03-05 09:30", dueOf(resumed));
    }

    @Test
    void aProvisionalDueBecomesFirmWhenTheNoticeIsLoaded() {
        // Given V18
        CalendarVersion provisional = calendar.allowingProvisional();
        RunningClock clock = RunningClock.start(at("2026-12-31 17:00"), ONE_HOUR);
        NationalYear notice = new NationalYear(
                2027, false, List.of(day("2027-01-01"), day("2027-01-04")), List.of(), "国办发明电〔2026〕1号");
        CalendarVersion loaded = CalendarVersion.of(calendar.data().withYear(notice, "with-2027"));
        // When
        RunningClock recomputed = clock.changeCalendar(provisional, at("2026-12-31 17:10"));
        // Then
        assertTrue(clock.due(provisional).orElseThrow().provisional());
        assertEquals(
                new Deadline(at("2027-01-05 09:00"), false, "with-2027"),
                recomputed.due(loaded).orElseThrow());
    }

    private String dueOf(RunningClock clock) {
        return local(clock.due(calendar).orElseThrow());
    }
}
