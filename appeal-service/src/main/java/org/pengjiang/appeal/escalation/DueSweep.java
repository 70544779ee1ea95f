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
        firstDue = appeals.firstDue().orElse(null);
    }

    private double secondsBehind() {
        Instant due = firstDue;
        return due == null
                ? 0
                : Math.max(0, Duration.between(due, Instant.now(clock)).toSeconds());
    }

    SweepChunk.Result run() {
        return sweep.run(Scope.system(), (without, most) -> appeals.claimDue(Instant.now(clock), without, most));
    }
}
