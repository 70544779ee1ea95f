package org.pengjiang.appeal.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/** Fires what the clocks have come to: warnings, breaches, signatures nobody gave, windows nobody used. */
@ApplicationScoped
class DueSweep implements PeriodicJob {
    private final Sweep sweep;
    private final DueAppeals appeals;
    private final Clock clock;
    private final Period every;
    /** What the last round found first; it may become due before the next. */
    private final AtomicReference<Optional<Instant>> firstDue = new AtomicReference<>(Optional.empty());

    DueSweep(
            Sweep sweep,
            DueAppeals appeals,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.sweep = sweep;
        this.appeals = appeals;
        this.clock = clock;
        this.every = every;
        Gauge.builder("appeal_sweep_behind_seconds", this, DueSweep::secondsBehind)
                .description("How long the longest overdue level has waited to be fired")
                .register(metrics);
    }

    @Override
    public String name() {
        return "due-clocks";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        run();
        firstDue.set(appeals.firstDue());
    }

    private double secondsBehind() {
        Instant now = Instant.now(clock);
        return firstDue.get()
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now).toSeconds())
                .orElse(0L);
    }

    SweepWork.Done run() {
        return sweep.run((without, most) -> appeals.claimDue(Instant.now(clock), without, most));
    }
}
