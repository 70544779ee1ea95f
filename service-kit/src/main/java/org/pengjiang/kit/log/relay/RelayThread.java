package org.pengjiang.kit.log.relay;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.JdbcSettings;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.log.CommitSignal;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.kit.supervision.SupervisedLoops;

/** Starts the relay with the service, after the migrations, and lets it drain when the service stops. */
@ApplicationScoped
class RelayThread {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Relay relay;
    private final boolean enabled;
    private final SupervisedLoops supervised;
    private @Nullable SupervisedLoop loop;

    RelayThread(
            RelayConfig config,
            CommitSignal signal,
            AgroalDataSource pool,
            KafkaConnection kafka,
            @ConfigProperty(name = "suite.kafka.topic") String topic,
            @ConfigProperty(name = "suite.service") String service,
            SupervisedLoops supervised,
            MeterRegistry meters) {
        this.enabled = config.enabled();
        this.supervised = supervised;
        this.relay = new Relay(
                config,
                JdbcSettings.of(pool),
                () -> connected(new KafkaPublisher(kafka, topic, "/" + service, meters)),
                signal,
                meters);
    }

    static KafkaPublisher connected(KafkaPublisher publisher) {
        try {
            publisher.connect();
            return publisher;
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop = supervised.start("relay", relay);
        }
    }

    /** After the endpoints are closed, so that what the last requests wrote goes out too. */
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws InterruptedException {
        if (loop != null) {
            loop.stop();
            // what has not gone out by then goes out after the next start
            loop.join(DRAIN);
        }
    }
}
