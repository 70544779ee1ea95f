package org.pengjiang.kit.supervision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that ends only when it is told to stop. Whatever its work throws, an {@link Error} and a stray interrupt
 * included, is counted and logged, and after a back-off the work is started anew.
 */
public final class SupervisedLoop {
    /** What the loop does. */
    @FunctionalInterface
    public interface Work {
        /** Works until the loop is stopping, and says {@link #succeeded} after each good round. */
        void run(SupervisedLoop loop) throws Exception;

        /** Called from another thread when the loop is to stop: ends what the work is waiting for. */
        default void wakeUp() {}
    }

    private static final Logger LOG = Logger.getLogger(SupervisedLoop.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final String name;
    private final Work work;
    private final Duration longestBackOff;
    private final MeterRegistry meters;
    private final FailureReason.Count failures;
    private final RepeatedTrouble trouble;
    private final CountDownLatch stopping = new CountDownLatch(1);
    // a platform thread: kafka-clients pins the carrier of a virtual one on Java 21 to 23
    private final LoopThread thread;
    private volatile Duration backOff = FIRST_BACK_OFF;
    private volatile long succeededNanos = System.nanoTime();
    /** Until when the loop need not be heard of. */
    private volatile long expectedNanos = System.nanoTime();

    public SupervisedLoop(String name, Work work, MeterRegistry meters) {
        this(name, work, LONGEST_BACK_OFF, meters);
    }

    SupervisedLoop(String name, Work work, Duration longestBackOff, MeterRegistry meters) {
        this.name = name;
        this.work = work;
        this.longestBackOff = longestBackOff;
        this.meters = meters;
        this.failures = new FailureReason.Count(
                "suite.loop.failures",
                "rounds that failed, after which the loop was started anew",
                meters,
                "loop",
                name);
        this.trouble = new RepeatedTrouble(LOG, "loop " + name, new RareStacks());
        this.thread = new LoopThread(this);
    }

    public void start() {
        Gauge.builder("suite.loop.last.success.seconds", this, SupervisedLoop::secondsSinceSuccess)
                .description("how long ago the loop last had a good round")
                .tag("loop", name)
                .register(meters);
        Gauge.builder("suite.loop.silence.seconds", this, loop -> loop.silence().toNanos() / 1e9)
                .description("for how long the loop has neither ended a round nor shown that it is at work in one")
                .tag("loop", name)
                .register(meters);
        succeededNanos = System.nanoTime();
        expectedNanos = succeededNanos;
        thread.start();
    }

    public String name() {
        return name;
    }

    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** The work ends at its next look at {@link #isStopping}. */
    public void stop() {
        stopping.countDown();
        work.wakeUp();
    }

    /** Gives the work this long to end, then interrupts it. */
    public void join(Duration longest) throws InterruptedException {
        if (!thread.join(longest)) {
            LOG.warnf("loop %s does not end and is interrupted", name);
            thread.interrupt();
        }
    }

    /** A round has gone well. */
    public void succeeded() {
        long now = System.nanoTime();
        succeededNanos = now;
        expectedNanos = now;
        if (!backOff.equals(FIRST_BACK_OFF)) {
            backOff = FIRST_BACK_OFF;
            trouble.isOver();
        }
    }

    /** Sleeps, shorter when the loop is stopped meanwhile. */
    public void sleep(Duration pause) throws InterruptedException {
        expectedNanos = System.nanoTime() + pause.toNanos();
        stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says that the loop on whose thread it is called is at work, in the middle of a long round. */
    public static void progress() {
        if (Thread.currentThread() instanceof LoopThread current) {
            current.loop.expectedNanos = System.nanoTime();
        }
    }

    /**
     * Says the same, and asks whether the round may go on: false once that loop is to stop. A long round then ends where
     * another replica can take it up. True on any other thread.
     */
    public static boolean goesOn() {
        progress();
        return !(Thread.currentThread() instanceof LoopThread current) || !current.loop.isStopping();
    }

    /** For how long the loop has neither ended a round nor said that it is at work; planned pauses do not count. */
    Duration silence() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - expectedNanos));
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private double secondsSinceSuccess() {
        return (System.nanoTime() - succeededNanos) / 1e9;
    }

    private void runUntilStopped() {
        while (!isStopping()) {
            try {
                work.run(this);
            } catch (Throwable failure) {
                // an interrupt that is not the stop's must not end the pause
                Thread.interrupted();
                if (!isStopping()) {
                    note(failure);
                    backOff();
                }
            }
        }
    }

    private void note(Throwable failure) {
        try {
            failures.add(failure);
            trouble.log(failure);
        } catch (Throwable unnoted) {
            // without memory or stack even that may fail, and the loop goes on all the same
        }
    }

    private void backOff() {
        Duration pause = backOff;
        Duration next = pause.multipliedBy(2);
        backOff = next.compareTo(longestBackOff) < 0 ? next : longestBackOff;
        try {
            sleep(pause);
        } catch (InterruptedException e) {
            // whoever wants the loop to end stops it
        }
    }

    private static final class LoopThread extends Thread {
        private final SupervisedLoop loop;

        LoopThread(SupervisedLoop loop) {
            super(loop.name);
            this.loop = loop;
            setDaemon(true);
        }

        @Override
        public void run() {
            loop.runUntilStopped();
        }
    }
}
