package org.pengjiang.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Pause;
import org.pengjiang.calendar.RunningClock;
import org.pengjiang.calendar.Target;

/**
 * Deadlines per second of one thread, each question beside the same loop that only reads its start: what stands between
 * the two is the engine. To reach: a million.
 */
public final class DeadlineEngineBenchmark {

    private static final int SECOND = 1_000_000_000;
    private static final int ROUNDS = 9;
    private static final int BATCH = 200_000;

    private final CalendarVersion calendar = CalendarVersion.national().allowingProvisional();
    private final Instant[] starts = new Instant[1 << 14];
    private long checksum;

    private DeadlineEngineBenchmark() {
        Random random = new Random(1);
        long from = Instant.parse("2022-12-31T16:00:00Z").getEpochSecond();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Instant.ofEpochSecond(from + random.nextInt(1_400 * 86_400));
        }
    }

    public static void main(String[] args) {
        new DeadlineEngineBenchmark().run(System.out);
    }

    private void run(PrintStream out) {
        Target week = Target.workingMinutes(1950);
        Target tenDays = Target.endOfWorkday(10);
        measure(out, "baseline: read the start", Instant::getEpochSecond);
        measure(
                out,
                "60 working minutes",
                start -> second(calendar.addWorkingMinutes(start, 60).dueAt()));
        measure(
                out,
                "1950 working minutes",
                start -> second(calendar.addWorkingMinutes(start, 1950).dueAt()));
        measure(
                out,
                "end of the 10th working day",
                start -> second(calendar.endOfNthWorkday(start, 10).dueAt()));
        measure(
                out,
                "7 natural days rolled forward",
                start -> second(calendar.addNaturalDays(start, 7, true).dueAt()));
        measure(out, "1950 working minutes backwards", start -> second(calendar.subtractWorkingMinutes(start, 1950)));
        measure(
                out,
                "working minutes of 12 days",
                start -> calendar.workingMinutesBetween(start, start.plusSeconds(1_000_000)));
        measure(
                out,
                "1950 working minutes, a pause",
                start -> second(calendar.deadline(start, week, pause(start)).dueAt()));
        measure(
                out,
                "10 working days, a pause",
                start -> second(calendar.deadline(start, tenDays, pause(start)).dueAt()));
        measure(
                out,
                "a running clock's due",
                start -> second(RunningClock.start(start, week)
                        .due(calendar)
                        .orElseThrow()
                        .dueAt()));
        out.println("checksum " + checksum);
    }

    private static List<Pause> pause(Instant start) {
        return List.of(new Pause(start.plusSeconds(90_000), start.plusSeconds(260_000)));
    }

    private static long second(Instant instant) {
        return instant.getEpochSecond();
    }

    private void measure(PrintStream out, String name, ToLongFunction<Instant> question) {
        double[] perSecond = new double[ROUNDS];
        round(question);
        round(question);
        for (int i = 0; i < ROUNDS; i++) {
            perSecond[i] = round(question) / 1e6;
        }
        out.printf("%-32s million per second: %s%n", name, Samples.of(perSecond));
    }

    /** Questions answered per second, over at least a quarter of one. */
    private double round(ToLongFunction<Instant> question) {
        long began = System.nanoTime();
        long done = 0;
        long elapsed;
        do {
            for (int i = 0; i < BATCH; i++) {
                checksum += question.applyAsLong(starts[i & starts.length - 1]);
            }
            done += BATCH;
            elapsed = System.nanoTime() - began;
        } while (elapsed < SECOND / 4);
        return done * (double) SECOND / elapsed;
    }
}
