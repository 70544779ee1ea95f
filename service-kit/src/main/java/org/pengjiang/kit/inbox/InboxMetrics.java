package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.pengjiang.kit.inbox.EventHandler.Outcome;

/** {@code suite_inbox_events_total{consumer, outcome}}. */
@ApplicationScoped
class InboxMetrics {
    private final MeterRegistry meters;

    InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
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
