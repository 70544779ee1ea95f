package org.pengjiang.kit.due;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A moment is moved as a stopwatch would: it runs while nothing pauses it, and after it has come nothing holds it up. */
class HeldUpByPausesTest {
    private static final Instant START = Instant.parse("2026-09-18T01:00:00Z");
    private static final int LIVES = 20_000;

    @Test
    void aMomentComesWhenSoMuchTimeHasRun() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            // Given
            int moment = random.nextInt(40);
            List<Pause> pauses = new ArrayList<>();
            int from = random.nextInt(12);
            for (int i = random.nextInt(5); i > 0; i--) {
                int until = from + random.nextInt(12);
                pauses.add(new Pause(at(from), at(until)));
                from = until + 1 + random.nextInt(12);
            }

            // When
            Instant moved = Pause.after(
                    at(moment),
                    pauses,
                    counted ->
                            at(moment).plus(counted.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus)));

            // Then
            assertEquals(at(byStopwatch(moment, pauses)), moved, "seed " + seed + ", " + moment + " " + pauses);
        }
    }

    private static int byStopwatch(int moment, List<Pause> pauses) {
        int now = 0;
        int ran = 0;
        while (true) {
            if (ran == moment) {
                return now;
            }
            Instant present = at(now);
            boolean paused = pauses.stream()
                    .anyMatch(pause -> !present.isBefore(pause.from()) && present.isBefore(pause.until()));
            ran += paused ? 0 : 1;
            now++;
        }
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
