package org.pengjiang.kit.log.state;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.pengjiang.kit.supervision.Operations;

/** Down while a forgotten transaction keeps rows from becoming final, and while nobody knows. */
@HealthGroup(Operations.GROUP)
@ApplicationScoped
class HorizonHealth implements HealthCheck {
    private final LogWatch watch;
    private final LogStateConfig config;

    HorizonHealth(LogWatch watch, LogStateConfig config) {
        this.watch = watch;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        LogState state = watch.state();
        boolean held = state.behindHorizon() > 0
                && state.holderSeconds() > config.longestHold().toSeconds();
        return HealthCheckResponse.named("log horizon")
                .status(watch.isPresent() && !held)
                .withData("rowsBehind", state.behindHorizon())
                .withData("heldSeconds", Math.round(state.holderSeconds()))
                .build();
    }
}
