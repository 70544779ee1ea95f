package org.pengjiang.kit.log.state;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while what was written does not reach Kafka. */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {
    private final LogWatch watch;
    private final LogStateConfig config;

    RelayReadiness(LogWatch watch, LogStateConfig config) {
        this.watch = watch;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        LogState state = watch.state();
        return HealthCheckResponse.named("relay")
                .status(state.unsentSeconds() <= config.readyUnsentAge().toSeconds())
                .withData("unsent", state.unsent())
                .withData("unsentSeconds", Math.round(state.unsentSeconds()))
                .build();
    }
}
