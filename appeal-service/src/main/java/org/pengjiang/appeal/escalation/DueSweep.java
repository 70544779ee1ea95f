package org.pengjiang.appeal.escalation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Scope;
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
    private volatile @Nullable Instant firstDue;
    /** As the last round found them. */
    private volatile long failing;

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
        Gauge.builder("appeal_sweep_set_aside", this, sweeper -> sweeper.failing)
                .description("Appeals that no sweep could handle, the same on every replica")
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
        firstDue = appeals.firstDue().orElse(null);
        failing = appeals.failing();
    }

    private double secondsBehind() {
        Instant due = firstDue;
        return due == null
                ? 0
                : Math.max(0, Duration.between(due, Instant.now(clock)).toSeconds());
    }

    /** The moment is fixed at the start: what falls due while a long run goes on is for the next one. */
    SweepChunk.Result run() {
        Instant moment = Instant.now(clock);
        return sweep.run(Scope.system(), moment, most -> appeals.claimDue(moment, most))
                .and(sweep.tryAgain(Scope.system(), moment));
    }
}
