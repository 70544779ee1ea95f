package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.apache.kafka.clients.consumer.Consumer;
import org.pengjiang.kit.inbox.EventHandler.Outcome;
import org.pengjiang.kit.kafka.MeteredClient;

/** What is measured of the consumers: {@code suite_inbox_events_total{consumer, outcome}}, their lag, and Kafka's own. */
@ApplicationScoped
class InboxMetrics {
    private final MeterRegistry meters;
    private final ConsumerLag lag;

    InboxMetrics(MeterRegistry meters, ConsumerLag lag) {
        this.meters = meters;
        this.lag = lag;
    }

    ConsumerLag lag() {
        return lag;
    }

    MeteredClient of(Consumer<?, ?> client) {
        return MeteredClient.bind(client, meters);
    }

    void count(EventConsumer consumer, Outcome outcome) {
        meters.counter(
                        "suite.inbox.events",
                        "consumer",
                        consumer.name(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
