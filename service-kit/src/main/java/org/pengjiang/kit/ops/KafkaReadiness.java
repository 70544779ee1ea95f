package org.pengjiang.kit.ops;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.pengjiang.kit.kafka.KafkaConnection;

/** Whether a broker answers. */
@Readiness
@ApplicationScoped
class KafkaReadiness implements HealthCheck {
    private static final int TIMEOUT_MILLIS = 2000;

    private final Admin admin;

    KafkaReadiness(KafkaConnection connection) {
        this.admin = Admin.create(connection.with(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "readiness",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
    }

    @Override
    public HealthCheckResponse call() {
        try {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return HealthCheckResponse.named("kafka")
                    .status(brokers > 0)
                    .withData("brokers", brokers)
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheckResponse.down("kafka");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("kafka");
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
