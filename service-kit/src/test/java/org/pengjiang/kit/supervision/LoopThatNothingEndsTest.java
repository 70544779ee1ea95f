package org.pengjiang.kit.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoopThatNothingEndsTest {
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(300);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SupervisedLoops loops = new SupervisedLoops(meters);
    private final LoopLiveness liveness = new LoopLiveness(loops, LONGEST_SILENCE);

    enum Trouble {
        RUNTIME("other") {
            @Override
            void happen() {
                throw new IllegalStateException("on purpose");
            }
        },
        STACK("error") {
            @Override
            void happen() {
                throw new StackOverflowError("on purpose");
            }
        },
        CLASS("error") {
            @Override
            void happen() {
                throw new NoClassDefFoundError("on purpose");
            }
        },
        DATABASE("database") {
            @Override
            void happen() throws Exception {
                throw new SQLException("on purpose");
            }
        },
        INTERRUPT("other") {
            @Override
            void happen() throws Exception {
                throw new InterruptedException("on purpose");
            }
        },
        INTERRUPT_OF_KAFKA("kafka") {
            @Override
            void happen() {
                throw new InterruptException("on purpose");
            }
        };

        private final String reason;

        Trouble(String reason) {
            this.reason = reason;
        }

        abstract void happen() throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void whateverItsWorkThrowsItIsCountedAndTheWorkGoesOn(Trouble trouble) throws Exception {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch goesOn = new CountDownLatch(1);

        // When
        SupervisedLoop loop = loops.start("work", self -> {
            if (rounds.incrementAndGet() < 3) {
                trouble.happen();
            }
            self.succeeded();
            goesOn.countDown();
            self.sleep(Duration.ofMinutes(1));
        });

        // Then
        assertTrue(goesOn.await(20, TimeUnit.SECONDS), "the work is not called again");
        assertEquals(
                2,
                meters.counter("suite.loop.failures", "loop", "work", "reason", trouble.reason)
                        .count());
        stopped(loop);
    }

    @Test
    void theBackOffGrowsAndASuccessEndsIt() throws Exception {
        // Given
        List<Long> begun = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch seen = new CountDownLatch(6);

        // When
        SupervisedLoop loop = loops.start("work", self -> {
            begun.add(System.nanoTime());
            seen.countDown();
            if (begun.size() == 4) {
                self.succeeded();
            }
            throw new IllegalStateException("on purpose");
        });

        // Then
        assertTrue(seen.await(20, TimeUnit.SECONDS));
        stopped(loop);
        assertTrue(millis(begun, 0) >= 200, "first pause " + millis(begun, 0));
        assertTrue(millis(begun, 1) >= 400, "second pause " + millis(begun, 1));
        assertTrue(millis(begun, 2) >= 800, "third pause " + millis(begun, 2));
        assertTrue(millis(begun, 3) < millis(begun, 2), "pause after a success " + millis(begun, 3));
    }

    @Test
    void aLoopThatHangsIsNotLiveAndOneThatGoesOnAgainIs() throws Exception {
        // Given
        CountDownLatch hangs = new CountDownLatch(1);
        SupervisedLoop loop = loops.start("work", self -> {
            self.succeeded();
            hangs.await();
            self.succeeded();
            self.sleep(Duration.ofMinutes(1));
        });

        // When / Then
        Awaitility.await().until(() -> liveness.call().getStatus() == Status.DOWN);
        assertTrue(liveness.call().getData().orElseThrow().containsKey("work"));
        hangs.countDown();
        Awaitility.await().until(() -> liveness.call().getStatus() == Status.UP);
        stopped(loop);
    }

    @Test
    void oneThatFailsAgainAndAgainOrPausesOrIsAtWorkForLongIsLive() throws Exception {
        // Given
        CountDownLatch failures = new CountDownLatch(4);
        SupervisedLoop failing = loops.start("failing", self -> {
            failures.countDown();
            throw new SQLException("the database is away");
        });
        SupervisedLoop pausing = loops.start("pausing", self -> {
            self.succeeded();
            self.sleep(Duration.ofMinutes(1));
        });
        SupervisedLoop working = loops.start("working", self -> {
            while (!self.isStopping()) {
                SupervisedLoop.progress();
                Thread.sleep(5);
            }
        });

        // When: the pauses between these failures are longer than the silence that is borne
        while (!failures.await(10, TimeUnit.MILLISECONDS)) {
            // Then
            assertEquals(
                    Status.UP,
                    liveness.call().getStatus(),
                    () -> "" + liveness.call().getData());
        }
        stopped(failing);
        stopped(pausing);
        stopped(working);
    }

    @Test
    void theTimeSinceTheLastSuccessIsAMetric() throws Exception {
        // Given
        SupervisedLoop loop = loops.start("work", self -> {
            throw new IllegalStateException("on purpose");
        });

        // When / Then
        Awaitility.await()
                .until(() -> meters.get("suite.loop.last.success.seconds")
                                .tag("loop", "work")
                                .gauge()
                                .value()
                        > 0.5);
        stopped(loop);
    }

    @Test
    void loopsThatDoNotEndAreWaitedForTogetherAndInterrupted() throws Exception {
        // Given
        List<SupervisedLoop> hanging = new ArrayList<>();
        CountDownLatch interrupted = new CountDownLatch(8);
        CountDownLatch begun = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            hanging.add(loops.start("hangs " + i, self -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } finally {
                    interrupted.countDown();
                }
            }));
        }
        assertTrue(begun.await(20, TimeUnit.SECONDS));

        // When
        long begin = System.nanoTime();
        SupervisedLoops.stop(hanging, Duration.ofMillis(500));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);

        // Then
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        assertTrue(millis < 8 * 500, "waited for " + millis + " ms");
    }

    @Test
    void aLongRoundIsToldThatItsLoopIsToStop() throws Exception {
        // Given
        CountDownLatch pieces = new CountDownLatch(3);
        SupervisedLoop loop = loops.start("works for long", self -> {
            while (SupervisedLoop.goesOn()) {
                pieces.countDown();
                Thread.sleep(1);
            }
        });
        assertTrue(pieces.await(20, TimeUnit.SECONDS));

        // When / Then
        assertTrue(SupervisedLoop.goesOn(), "this thread belongs to no loop");
        stopped(loop);
    }

    @Test
    void aLongRoundThatShowsProgressIsNotSilent() throws Exception {
        // Given
        SupervisedLoop loop = loops.start("works for long", self -> {
            while (SupervisedLoop.goesOn()) {
                Thread.sleep(5);
            }
        });

        // When / Then
        Awaitility.await().until(() -> seconds("suite.loop.last.success.seconds") > 0.5);
        assertTrue(seconds("suite.loop.silence.seconds") < 0.5);
        stopped(loop);
    }

    private double seconds(String metric) {
        return meters.get(metric).tag("loop", "works for long").gauge().value();
    }

    private static long millis(List<Long> begun, int gap) {
        return TimeUnit.NANOSECONDS.toMillis(begun.get(gap + 1) - begun.get(gap));
    }

    private static void stopped(SupervisedLoop loop) throws InterruptedException {
        loop.stop();
        loop.join(Duration.ofSeconds(5));
        assertFalse(loop.isAlive());
    }
}
