package org.pengjiang.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.kit.supervision.SupervisedLoops;

/** Runs one loop per consumer of the service, each supervised. */
@ApplicationScoped
class Consumers {
    private static final Duration LAST_EVENT = Duration.ofSeconds(5);

    private final InboxConfig config;
    private final KafkaConnection connection;
    private final String service;
    private final List<EventConsumer> consumers;
    private final MessageReader reader;
    private final EventHandler handler;
    private final InboxMetrics metrics;
    private final EventTracing tracing;
    private final SupervisedLoops supervised;
    private final List<SupervisedLoop> loops = new ArrayList<>();

    Consumers(
            InboxConfig config,
            KafkaConnection connection,
            @ConfigProperty(name = "suite.service") String service,
            @All List<EventConsumer> consumers,
            MessageReader reader,
            EventHandler handler,
            InboxMetrics metrics,
            EventTracing tracing,
            SupervisedLoops supervised) {
        this.config = config;
        this.connection = connection;
        this.service = service;
        this.consumers = consumers;
        this.reader = reader;
        this.handler = handler;
        this.metrics = metrics;
        this.tracing = tracing;
        this.supervised = supervised;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (EventConsumer consumer : consumers) {
            requireOwnName(consumer);
            loops.add(supervised.start(
                    "consumer " + consumer.name(),
                    new ConsumerLoop(consumer, config, kafka(consumer), reader, handler, metrics, tracing)));
        }
    }

    /** The broker lets a service into the groups that begin with its name, and into no others. */
    private void requireOwnName(EventConsumer consumer) {
        if (!consumer.name().startsWith(service + ".")) {
            throw new IllegalStateException("The consumer " + consumer.name() + " has to be called " + service
                    + ".…: the broker gives a service the groups that begin with its name.");
        }
    }

    private Map<String, Object> kafka(EventConsumer consumer) {
        return connection.with(Map.ofEntries(
                Map.entry("group.id", consumer.name()),
                Map.entry("enable.auto.commit", false),
                // a new consumer reads from event 0
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("max.poll.records", config.maxPollRecords()),
                Map.entry("client.id", consumer.name()),
                // an event ends the wait; without one, each answer costs both sides some processor time
                Map.entry("fetch.max.wait.ms", 2_000),
                Map.entry("session.timeout.ms", 10_000),
                Map.entry("heartbeat.interval.ms", 2_000),
                Map.entry("reconnect.backoff.max.ms", 500),
                // the heartbeat thread looks that often whether something is to do
                Map.entry("retry.backoff.ms", 250),
                Map.entry("retry.backoff.max.ms", 500),
                Map.entry(
                        "partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"),
                Map.entry("key.deserializer", ByteArrayDeserializer.class),
                Map.entry("value.deserializer", ByteArrayDeserializer.class)));
    }

    /** Each ends the event it is in and commits; what it has not begun comes to another replica. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        SupervisedLoops.stop(loops, LAST_EVENT);
    }
}
