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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of one clock; T numbers are defects of other systems that must not happen here. */
class RunningClockTest {

    private static final Target ONE_HOUR = Target.workingMinutes(60);

    private final CalendarVersion calendar = CalendarVersion.national();
    /** Monday morning in a week without holidays. */
    private final Instant monday = at("2026-03-02 08:30");

    @Test
    void t01APauseOverAWeekendAddsNoWorkingTime() {
        // Given a clock due on Friday 6 March at 17:30, paused from its evening to Monday morning
        RunningClock clock = RunningClock.start(monday, Target.workingMinutes(1980));
        // When
        RunningClock resumed = clock.pause(calendar, at("2026-03-06 18:00")).resume(at("2026-03-09 08:00"));
        // Then
        assertEquals("2026-03-09 09:00", dueOf(clock));
        assertEquals("2026-03-09 09:00", dueOf(resumed));
    }

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
    void t03AResumedDueLiesInWorkingTime() {
        // Given
        RunningClock clock = RunningClock.start(at("2026-03-02 16:00"), Target.workingMinutes(120));
        // When paused half an hour before the end of the day and resumed at night
        RunningClock resumed = clock.pause(calendar, at("2026-03-02 17:00")).resume(at("2026-03-03 22:00"));
        // Then the hour that is left is taken on the next morning
        assertEquals("2026-03-04 09:30", dueOf(resumed));
    }

    @Test
    void t04APausedClockIsNeverMissed() {
        // Given
        RunningClock paused = RunningClock.start(monday, ONE_HOUR).pause(calendar, at("2026-03-02 09:29"));
        // When
        ClockState yearsLater = paused.state(calendar, at("2026-12-30 10:00"));
        RunningClock answered = paused.answer(calendar, at("2026-12-30 10:00"));
        // Then
        assertEquals(ClockState.PAUSED, yearsLater);
        assertEquals(Optional.empty(), paused.due(calendar));
        assertEquals(Optional.empty(), paused.levelAt(calendar, 50));
        assertEquals(ClockState.MET, answered.state(calendar, at("2026-12-31 10:00")));
        assertEquals("2026-12-30 10:01", local(paused.dueIfResumedAt(calendar, at("2026-12-30 10:00"))));
    }

    @Test
    void t05AStopThatIsUndoneIsAGapAndNoPause() {
        // Given
        RunningClock stopped = RunningClock.start(monday, ONE_HOUR).stop(calendar, at("2026-03-02 09:00"));
        // When
        RunningClock reinstated = stopped.reinstate(at("2026-03-02 15:00"));
        // Then
        assertEquals(ClockState.STOPPED, stopped.state(calendar, at("2026-03-09 09:00")));
        assertEquals(
                List.of(SegmentKind.RUN, SegmentKind.GAP, SegmentKind.RUN),
                reinstated.segments().stream().map(ClockSegment::kind).toList());
        assertEquals("2026-03-02 15:30", dueOf(reinstated));
    }

    @Test
    void t06AndT07LevelsWalkBackwardsInTheUnitOfTheTarget() {
        // Given
        RunningClock minutes = RunningClock.start(at("2026-09-30 16:30"), Target.workingMinutes(120));
        RunningClock days = RunningClock.start(at("2026-09-30 10:00"), Target.endOfWorkday(2));
        RunningClock natural = RunningClock.start(at("2026-09-30 16:30"), Target.naturalMinutes(120));
        // When / Then the working day ends after half of the time: the warning comes in the next morning
        assertEquals("2026-10-08 08:30", levelOf(minutes, 50));
        // 300 + 390 + 390 working minutes, 20 % of them are 216
        assertEquals("2026-10-09 11:24", levelOf(days, 80));
        assertEquals("2026-09-30 17:30", levelOf(natural, 50));
        assertEquals(dueOf(days), levelOf(days, 100));
    }

    @Test
    void t06ALevelStepsOverPauses() {
        // Given an hour whose middle was paused for the rest of the day
        RunningClock clock = RunningClock.start(monday, ONE_HOUR)
                .pause(calendar, at("2026-03-02 09:00"))
                .resume(at("2026-03-03 08:40"));
        // When / Then
        assertEquals("2026-03-03 09:10", dueOf(clock));
        assertEquals("2026-03-02 08:54", levelOf(clock, 40));
        assertEquals("2026-03-03 08:40", levelOf(clock, 50));
        assertEquals("2026-03-03 08:58", levelOf(clock, 80));
    }

    @ParameterizedTest
    @CsvSource({"1, WORKING_MINUTES", "1, NATURAL_MINUTES", "0, WORKING_DAYS_END", "1, NATURAL_DAYS"})
    void t08CreationFiresNoLevel(long amount, TargetUnit unit) {
        // Given
        Instant late = at("2026-03-02 17:29").plusSeconds(59);
        RunningClock clock = RunningClock.start(late, new Target(amount, unit, false));
        // When / Then
        for (int percent = 1; percent <= 100; percent++) {
            assertTrue(clock.levelAt(calendar, percent).orElseThrow().isAfter(late));
        }
        assertEquals(ClockState.RUNNING, clock.state(calendar, late));
    }

    @Test
    void t14AMissStaysAMissThroughEverything() {
        // Given
        Instant late = at("2026-03-02 10:00");
        RunningClock clock = RunningClock.start(monday, ONE_HOUR);
        // When
        List<RunningClock> afterwards = List.of(
                clock.pause(calendar, late),
                clock.stop(calendar, late).reinstate(late.plusSeconds(60)),
                clock.changeTarget(calendar, late, Target.workingMinutes(5000), true),
                clock.changeCalendar(calendar, late),
                clock.answer(calendar, late));
        // Then
        for (RunningClock missed : afterwards) {
            assertEquals(ClockState.MISSED, missed.state(calendar, late.plusSeconds(3600)));
            assertEquals("2026-03-02 09:30", dueOf(missed));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:29:59, MET", "2026-03-02T09:30:00, MET", "2026-03-02T09:30:01, MISSED"})
    void t25ExactlyAtTheDueIsInTimeAndOneSecondLaterIsNot(String answeredAt, ClockState state) {
        // Given
        RunningClock clock = RunningClock.start(monday, ONE_HOUR);
        Instant answer = at(answeredAt);
        // When
        RunningClock answered = clock.answer(calendar, answer);
        // Then
        assertEquals(state, answered.state(calendar, answer));
        assertEquals(state == ClockState.MISSED ? state : ClockState.RUNNING, clock.state(calendar, answer));
    }

    @Test
    void t26ALateAnswerKeepsItsMomentAndIsStillAMiss() {
        // Given
        RunningClock clock = RunningClock.start(monday, ONE_HOUR);
        // When
        ClockOutcome outcome = clock.answer(calendar, at("2026-03-02 15:00")).outcome();
        // Then
        assertFalse(outcome.met());
        assertEquals("2026-03-02 09:30", local(outcome.deadline()));
        assertEquals(at("2026-03-02 15:00"), outcome.answeredAt());
    }

    @Test
    void t28AnAnswerFreezesTheClock() {
        // Given
        RunningClock met = RunningClock.start(monday, ONE_HOUR).answer(calendar, at("2026-03-02 09:00"));
        // When
        CalendarException changed = assertThrows(
                CalendarException.class,
                () -> met.changeTarget(calendar, at("2026-03-02 09:10"), Target.workingMinutes(1), false));
        CalendarException reopened = assertThrows(CalendarException.class, () -> met.reinstate(at("2026-03-02 09:10")));
        // Then
        assertEquals(CalendarErrorCode.CLOCK_STATE, changed.code());
        assertEquals(CalendarErrorCode.CLOCK_STATE, reopened.code());
        assertEquals(ClockState.MET, met.state(calendar, at("2026-12-01 09:00")));
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

    @Test
    void aStepBackInTimeOrOutOfTurnIsRefused() {
        // Given
        RunningClock running = RunningClock.start(monday, ONE_HOUR);
        RunningClock paused = running.pause(calendar, at("2026-03-02 09:00"));
        // When / Then
        assertEquals(
                CalendarErrorCode.CLOCK_TIME_REVERSED, refusal(() -> running.pause(calendar, monday.minusSeconds(1))));
        assertEquals(CalendarErrorCode.CLOCK_TIME_REVERSED, refusal(() -> paused.resume(at("2026-03-02 08:59"))));
        assertEquals(CalendarErrorCode.CLOCK_STATE, refusal(() -> running.resume(at("2026-03-02 09:00"))));
        assertEquals(CalendarErrorCode.CLOCK_STATE, refusal(() -> paused.pause(calendar, at("2026-03-02 09:01"))));
        assertEquals(CalendarErrorCode.CLOCK_STATE, refusal(() -> running.reinstate(at("2026-03-02 09:00"))));
        assertEquals(CalendarErrorCode.AMOUNT_OUT_OF_RANGE, refusal(() -> running.levelAt(calendar, 0)));
    }

    @Test
    void storedPartsThatDoNotFitTogetherAreRefused() {
        // Given
        ClockSegment run = new ClockSegment(SegmentKind.RUN, monday, monday.plusSeconds(60));
        ClockSegment stop = new ClockSegment(SegmentKind.STOP, monday.plusSeconds(60), null);
        ClockSegment later = new ClockSegment(SegmentKind.PAUSE, monday.plusSeconds(61), null);
        // When / Then
        assertEquals(ClockState.STOPPED, stored(run, stop).state(calendar, monday.plusSeconds(60)));
        for (List<ClockSegment> broken :
                List.of(List.<ClockSegment>of(), List.of(run), List.of(stop), List.of(run, later))) {
            assertEquals(CalendarErrorCode.CLOCK_STATE, refusal(() -> stored(broken.toArray(ClockSegment[]::new))));
        }
    }

    private static RunningClock stored(ClockSegment... segments) {
        return new RunningClock(ONE_HOUR, List.of(segments), List.of(), null);
    }

    private static CalendarErrorCode refusal(org.junit.jupiter.api.function.Executable step) {
        return assertThrows(CalendarException.class, step).code();
    }

    private String dueOf(RunningClock clock) {
        return local(clock.due(calendar).orElseThrow());
    }

    private String levelOf(RunningClock clock, int percent) {
        return local(clock.levelAt(calendar, percent).orElseThrow());
    }
}
