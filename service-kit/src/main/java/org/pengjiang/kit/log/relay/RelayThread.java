package org.pengjiang.kit.log.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.log.CommitSignal;

/** Starts the relay with the service, after the migrations, and lets it drain when the service stops. */
@ApplicationScoped
class RelayThread {
    private static final Logger LOG = Logger.getLogger(RelayThread.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Relay relay;
    private final boolean enabled;
    // a platform thread: kafka-clients pins the carrier of a virtual one on Java 21 to 23
    private final Thread thread;

    RelayThread(
            RelayConfig config,
            CommitSignal signal,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            KafkaConnection kafka,
            @ConfigProperty(name = "suite.kafka.topic") String topic,
            @ConfigProperty(name = "suite.service") String service) {
        this.enabled = config.enabled();
        this.relay = new Relay(
                config, new RelayDatabase(jdbcUrl, username, password), () -> connected(kafka, topic, service), signal);
        this.thread = new Thread(relay, "relay");
        this.thread.setDaemon(true);
    }

    private static KafkaPublisher connected(KafkaConnection kafka, String topic, String service) {
        KafkaPublisher publisher = new KafkaPublisher(kafka, topic, "/" + service);
        try {
            publisher.warmUp();
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
        return publisher;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    /** After the endpoints are closed, so that what the last requests wrote goes out too. */
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws InterruptedException {
        if (!enabled) {
            return;
        }
        relay.stop();
        if (!thread.join(DRAIN)) {
            LOG.warn("the relay has not drained in time; the rest goes out after the next start");
            thread.interrupt();
        }
    }
}
