package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every clock, whatever is done to it in whatever order: T02, T04, T06, T14, T28. */
class RunningClockLawsTest {

    private static final int CLOCKS_PER_CALENDAR = 60;
    private static final int STEPS = 12;

    /** One clock and the next moment at which something happens to it. */
    private static final class Life {

        private final Random random;
        private final List<CalendarVersion> calendars;
        private CalendarVersion calendar;
        private RunningClock clock;
        private Instant now;

        /** @param calendars the first one holds at the start; a change of calendar takes any of them */
        Life(Random random, CalendarVersion first, List<CalendarVersion> calendars) {
            this.random = random;
            this.calendars = calendars;
            this.calendar = first;
            this.now = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(5_000_000));
            this.clock = RunningClock.start(now, target());
        }

        Target target() {
            TargetUnit unit = TargetUnit.values()[random.nextInt(TargetUnit.values().length)];
            int most = unit == TargetUnit.WORKING_MINUTES || unit == TargetUnit.NATURAL_MINUTES ? 3_000 : 8;
            return new Target(1 + random.nextInt(most), unit, unit.mayRollForward() && random.nextBoolean());
        }

        void step() {
            now = now.plusSeconds(random.nextInt(4) == 0 ? 0 : random.nextInt(120_000));
            ClockState before = clock.state(calendar, now);
            boolean paused = last() == SegmentKind.PAUSE;
            switch (random.nextInt(5)) {
                case 0, 1 -> pauseOrResume(before, paused);
                case 2 -> changeTarget(before);
                case 3 -> changeCalendar(before);
                default -> stopAndReinstate();
            }
            checkFrozen(before);
            checkLevels();
        }

        private void pauseOrResume(ClockState before, boolean paused) {
            clock = paused ? clock.resume(now) : clock.pause(calendar, now);
            if (before == ClockState.PAUSED) {
                Instant due = clock.due(calendar).orElseThrow().dueAt();
                boolean begunAtItsDue =
                        clock.segments().get(clock.segments().size() - 2).from().equals(due);
                assertTrue(!due.isBefore(now) || begunAtItsDue, "late the moment it resumes");
            } else if (before == ClockState.RUNNING) {
                assertEquals(ClockState.PAUSED, clock.state(calendar, now.plusSeconds(5_000_000)));
            }
        }

        private void changeTarget(ClockState before) {
            Instant old = clock.dueIfResumedAt(calendar, now).dueAt();
            Target next = target();
            boolean approved = random.nextInt(4) == 0;
            clock = clock.changeTarget(calendar, now, next, approved);
            Instant due = clock.dueIfResumedAt(calendar, now).dueAt();
            if (approved || before == ClockState.MISSED) {
                assertFalse(due.isBefore(old));
            } else {
                assertFalse(due.isAfter(old), "the promise is passed");
                assertTrue(due.equals(old) || due.isAfter(now), "missed by its own raise");
            }
        }

        private void changeCalendar(ClockState before) {
            Instant old = clock.dueIfResumedAt(calendar, now).dueAt();
            clock = clock.changeCalendar(calendar, now);
            calendar = calendars.get(random.nextInt(calendars.size()));
            Instant due = clock.dueIfResumedAt(calendar, now).dueAt();
            assertFalse(due.isBefore(old), "an earlier due after a change of calendar");
            assertEquals(before, clock.state(calendar, now));
        }

        private void stopAndReinstate() {
            RunningClock stopped = clock.stop(calendar, now);
            now = now.plusSeconds(random.nextInt(100_000));
            if (last() == SegmentKind.RUN) {
                clock = stopped.reinstate(now);
            }
        }

        private void checkFrozen(ClockState before) {
            if (before == ClockState.MISSED) {
                assertEquals(ClockState.MISSED, clock.state(calendar, now));
                assertEquals(clock.due(calendar), clock.due(CalendarVersion.national()));
            } else {
                RunningClock answered = clock.answer(calendar, now);
                assertNotEquals(ClockState.RUNNING, answered.state(calendar, now));
                assertEquals(answered.state(calendar, now), answered.state(calendar, now.plusSeconds(1_000_000)));
            }
        }

        private void checkLevels() {
            if (clock.outcome() != null || last() != SegmentKind.RUN) {
                return;
            }
            Instant previous = clock.startedAt();
            for (int percent : List.of(1, 50, 80, 99, 100)) {
                Instant level = clock.levelAt(calendar, percent).orElseThrow();
                assertTrue(percent == 1 ? level.isAfter(previous) : !level.isBefore(previous), percent + " %");
                assertTrue(isOutsidePauses(level), "a level inside a pause");
                previous = level;
            }
            assertEquals(clock.due(calendar).orElseThrow().dueAt(), previous);
        }

        private boolean isOutsidePauses(Instant level) {
            return clock.segments().stream()
                    .filter(segment -> segment.kind() != SegmentKind.RUN && segment.to() != null)
                    .noneMatch(segment -> level.isAfter(segment.from()) && level.isBefore(segment.to()));
        }

        private SegmentKind last() {
            return clock.segments().get(clock.segments().size() - 1).kind();
        }
    }

    @Test
    void holdForEveryClockInEveryOrderOfSteps() {
        // Given
        Random random = Seed.random("RunningClockLawsTest");
        List<CalendarVersion> calendars = IntStream.rangeClosed(1, 127)
                .mapToObj(weekdaySet -> CalendarVersion.of(new RandomCalendar(random).of(weekdaySet)))
                .map(CalendarVersion::allowingProvisional)
                .toList();
        int clocks = calendars.size() * CLOCKS_PER_CALENDAR;
        int missed = 0;
        for (int i = 0; i < clocks; i++) {
            Life life = new Life(random, calendars.get(i % calendars.size()), calendars);
            // When / Then
            for (int step = 0; step < STEPS; step++) {
                life.step();
            }
            missed += life.clock.state(life.calendar, life.now) == ClockState.MISSED ? 1 : 0;
        }
        System.out.println("RunningClockLawsTest: " + missed + " of " + clocks + " missed in the end");
        assertTrue(missed > clocks / 20 && missed < clocks * 19 / 20, "one-sided lives: " + missed + " of " + clocks);
    }

    @Test
    void aClockWithoutRevisionsIsDueWhenThePureFunctionSays() {
        // Given
        Random random = Seed.random("aClockWithoutRevisions");
        CalendarVersion calendar = CalendarVersion.national().allowingProvisional();
        for (int i = 0; i < 20_000; i++) {
            Life life = new Life(random, calendar, List.of(calendar));
            Instant from = life.now.plusSeconds(random.nextInt(400_000));
            Instant to = from.plusSeconds(random.nextInt(400_000));
            Deadline unpaused = calendar.deadline(life.now, life.clock.target(), List.of());
            Deadline expected = calendar.deadline(life.now, life.clock.target(), List.of(new Pause(from, to)));
            // When
            RunningClock clock = life.clock.pause(calendar, from).resume(to);
            // Then
            assertEquals(
                    from.isAfter(unpaused.dueAt()) ? unpaused : expected,
                    clock.due(calendar).orElseThrow());
        }
    }
}
