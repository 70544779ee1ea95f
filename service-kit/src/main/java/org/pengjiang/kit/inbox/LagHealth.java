package org.pengjiang.kit.inbox;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.pengjiang.kit.supervision.Operations;

/** Down while a consumer of this replica is far behind its stream. */
@HealthGroup(Operations.GROUP)
@ApplicationScoped
class LagHealth implements HealthCheck {
    private final ConsumerLag lag;
    private final InboxConfig config;

    LagHealth(ConsumerLag lag, InboxConfig config) {
        this.lag = lag;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        long largest = lag.largest();
        return HealthCheckResponse.named("consumer lag")
                .status(largest <= config.longestLag())
                .withData("events", largest)
                .build();
    }
}
