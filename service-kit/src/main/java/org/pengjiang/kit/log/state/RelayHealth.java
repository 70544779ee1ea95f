package org.pengjiang.kit.log.state;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.pengjiang.kit.supervision.Operations;

/** Down while what was written does not reach Kafka, and while nobody knows. */
@HealthGroup(Operations.GROUP)
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final LogWatch watch;
    private final LogStateConfig config;

    RelayHealth(LogWatch watch, LogStateConfig config) {
        this.watch = watch;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        LogState state = watch.state();
        return HealthCheckResponse.named("relay")
                .status(watch.isPresent()
                        && state.unsentSeconds() <= config.longestUnsent().toSeconds())
                .withData("unsent", state.unsent())
                .withData("unsentSeconds", Math.round(state.unsentSeconds()))
                .build();
    }
}
