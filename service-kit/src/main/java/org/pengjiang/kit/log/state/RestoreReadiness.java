package org.pengjiang.kit.log.state;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down after a logical restore under a running service: transaction ids began anew, so new rows would stand before rows that
 * every reader has passed, and nobody would ever see them. A service that starts later refuses to ({@link LogWatch}).
 */
@Readiness
@ApplicationScoped
class RestoreReadiness implements HealthCheck {
    static final String WHAT_TO_DO = "the log is ahead of its horizon, so this database was restored from a dump:"
            + " raise log_origin() as docs/operations.md says under \"After a logical restore\"";

    private final LogWatch watch;

    RestoreReadiness(LogWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ahead = watch.state().ahead();
        return ahead
                ? HealthCheckResponse.named("log origin")
                        .down()
                        .withData("step", WHAT_TO_DO)
                        .build()
                : HealthCheckResponse.named("log origin").up().build();
    }
}
