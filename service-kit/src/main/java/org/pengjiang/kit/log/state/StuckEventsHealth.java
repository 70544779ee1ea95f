package org.pengjiang.kit.log.state;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.pengjiang.kit.supervision.Operations;

/** Down while events wait for a person, parked by a consumer or refused by Kafka, and while nobody knows. */
@HealthGroup(Operations.GROUP)
@ApplicationScoped
class StuckEventsHealth implements HealthCheck {
    private final LogWatch watch;

    StuckEventsHealth(LogWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        LogState state = watch.state();
        return HealthCheckResponse.named("stuck events")
                .status(watch.isPresent() && state.parked() == 0 && state.refused() == 0)
                .withData("parked", state.parked())
                .withData("refused", state.refused())
                .build();
    }
}
