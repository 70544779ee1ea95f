package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.HealthGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.kafka.MeteredClient;
import org.pengjiang.kit.supervision.Operations;

/** Whether a broker answers. Connects when it is asked for the first time. */
@HealthGroup(Operations.GROUP)
@ApplicationScoped
class KafkaHealth implements HealthCheck {
    private static final int TIMEOUT_MILLIS = 2000;

    private final AdminClient admin;
    private final MeteredClient metrics;

    KafkaHealth(KafkaConnection connection, MeterRegistry meters) {
        this.admin = AdminClient.create(connection.with(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "health",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
        this.metrics = MeteredClient.bind(admin, meters);
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
        metrics.close();
        admin.close(Duration.ofSeconds(1));
    }
}
