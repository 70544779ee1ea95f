package org.pengjiang.kit.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when a loop hangs: only a new process helps then. A round that failed counts as a round, so a database or a broker
 * that is away restarts nobody.
 */
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {
    private final SupervisedLoops loops;
    private final Duration longestSilence;

    LoopLiveness(
            SupervisedLoops loops,
            @ConfigProperty(name = "suite.loops.longest-silence", defaultValue = "5m") Duration longestSilence) {
        this.loops = loops;
        this.longestSilence = longestSilence;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops").up();
        for (SupervisedLoop loop : loops.all()) {
            boolean hangs = loop.silence().compareTo(longestSilence) > 0;
            boolean ended = !loop.isAlive() && !loop.isStopping();
            if (hangs || ended) {
                answer.down()
                        .withData(
                                loop.name(),
                                ended
                                        ? "has ended"
                                        : "silent for " + loop.silence().toSeconds() + " s");
            }
        }
        return answer.build();
    }
}
