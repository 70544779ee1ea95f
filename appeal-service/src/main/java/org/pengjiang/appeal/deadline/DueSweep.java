package org.pengjiang.appeal.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Fires what the clocks have come to: warnings, breaches, signatures nobody gave, windows nobody used. */
@ApplicationScoped
class DueSweep {
    private static final Logger LOG = Logger.getLogger(DueSweep.class);

    private final Sweep sweep;
    private final DueAppeals appeals;
    private final Clock clock;
    private final AtomicLong secondsBehind = new AtomicLong();

    DueSweep(Sweep sweep, DueAppeals appeals, Clock clock, MeterRegistry metrics) {
        this.sweep = sweep;
        this.appeals = appeals;
        this.clock = clock;
        Gauge.builder("appeal_sweep_behind_seconds", secondsBehind, AtomicLong::get)
                .description("How long the longest overdue level has waited to be fired")
                .register(metrics);
    }

    @Scheduled(
            every = "{appeal.sweep.every}",
            identity = "due-clocks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        try {
            run();
            Instant now = Instant.now(clock);
            secondsBehind.set(appeals.firstDue()
                    .filter(due -> due.isBefore(now))
                    .map(due -> Duration.between(due, now).toSeconds())
                    .orElse(0L));
        } catch (RuntimeException failure) {
            // nothing is lost: what is due stays due
            LOG.errorf(failure, "the sweep of due clocks failed and comes again");
        }
    }

    SweepWork.Done run() {
        return sweep.run((without, most) -> appeals.claimDue(Instant.now(clock), without, most));
    }
}
