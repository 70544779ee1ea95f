package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * More than a million computations per second of one core. Counted in the thread's own processor time, so that a busy
 * machine does not decide the answer; the clock of the wall is for the benchmarks.
 */
class DeadlineSpeedTest {

    private static final int ROUNDS = 6;
    private static final int PER_ROUND = 500_000;
    private static final double WANTED_PER_SECOND = 1_000_000;

    private final CalendarVersion calendar = CalendarVersion.national();
    private final Instant[] starts = starts();

    @Test
    void addsWorkingMinutesFastEnough() {
        requireSpeed(
                "addWorkingMinutes",
                start -> calendar.addWorkingMinutes(start, 1950).dueAt().getEpochSecond());
    }

    @Test
    void measuresWorkingMinutesFastEnough() {
        requireSpeed(
                "workingMinutesBetween", start -> calendar.workingMinutesBetween(start, start.plusSeconds(1_000_000)));
    }

    @Test
    void endsWorkdaysFastEnough() {
        requireSpeed(
                "endOfNthWorkday",
                start -> calendar.endOfNthWorkday(start, 10).dueAt().getEpochSecond());
    }

    @Test
    void rollsNaturalDaysFastEnough() {
        requireSpeed(
                "addNaturalDays",
                start -> calendar.addNaturalDays(start, 7, true).dueAt().getEpochSecond());
    }

    @Test
    void countsAPauseFastEnough() {
        Target target = Target.workingMinutes(1950);
        requireSpeed("deadline with a pause", start -> {
            Pause pause = new Pause(start.plusSeconds(90_000), start.plusSeconds(260_000));
            return calendar.deadline(start, target, List.of(pause)).dueAt().getEpochSecond();
        });
    }

    private void requireSpeed(String name, ToLongFunction<Instant> question) {
        // Given
        long best = Long.MAX_VALUE;
        long sum = 0;
        // When the first rounds warm up and the best one counts
        for (int round = 0; round < ROUNDS; round++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < PER_ROUND; i++) {
                sum += question.applyAsLong(starts[i & starts.length - 1]);
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        }
        // Then
        double perSecond = PER_ROUND * 1e9 / best;
        System.out.printf("%s: %,.0f per second and core (checksum %d)%n", name, perSecond, sum);
        assertTrue(perSecond > WANTED_PER_SECOND, name + " reaches only " + perSecond);
    }

    private static Instant[] starts() {
        Random random = Seed.random("DeadlineSpeedTest");
        long from = BeijingTime.at("2023-01-01 00:00").getEpochSecond();
        Instant[] starts = new Instant[4096];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Instant.ofEpochSecond(from + random.nextInt(1_400 * 86_400));
        }
        return starts;
    }
}
