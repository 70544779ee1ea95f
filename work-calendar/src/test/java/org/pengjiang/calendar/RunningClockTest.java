package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.calendar.BeijingTime.at;
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
        ClockState yearsLater = paused.state(calendar, at("2026-12-22 10:00"));
        RunningClock answered = paused.answer(calendar, at("2026-12-22 10:00"));
        // Then
        assertEquals(ClockState.PAUSED, yearsLater);
        assertEquals(Optional.empty(), paused.due(calendar));
        assertEquals(Optional.empty(), paused.levelAt(calendar, 50));
        assertEquals(ClockState.MET, answered.state(calendar, at("2026-12-23 10:00")));
        assertEquals("2026-12-22 10:01", local(paused.dueIfResumedAt(calendar, at("2026-12-22 10:00"))));
    }

    @Test
    void t04APauseThatBeginsExactlyAtTheDueHoldsTheMissUntilItEnds() {
        // Given
        Instant due = at("2026-03-02 09:30");
        RunningClock paused = RunningClock.start(monday, ONE_HOUR).pause(calendar, due);
        // When
        RunningClock resumed = paused.resume(at("2026-03-02 11:00"));
        // Then
        assertEquals(ClockState.PAUSED, paused.state(calendar, at("2026-03-02 10:59")));
        assertEquals(ClockState.MISSED, resumed.state(calendar, at("2026-03-02 11:00")));
        assertEquals("2026-03-02 09:30", dueOf(resumed));
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
