package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/** How many events of each partition a consumer of this replica still has before it, as far as the broker has told it. */
@ApplicationScoped
class ConsumerLag {
    private final MeterRegistry meters;
    private final Map<Assignment, Lag> lags = new ConcurrentHashMap<>();

    ConsumerLag(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Assignment(String consumer, TopicPartition partition) {}

    private record Lag(AtomicLong events, Meter.Id gauge) {}

    void set(String consumer, TopicPartition partition, long events) {
        lags.computeIfAbsent(new Assignment(consumer, partition), this::registered)
                .events
                .set(events);
    }

    private Lag registered(Assignment assignment) {
        AtomicLong events = new AtomicLong();
        Gauge gauge = Gauge.builder("suite.inbox.lag", events, AtomicLong::get)
                .description("events that a consumer of this replica still has before it")
                .tag("consumer", assignment.consumer)
                .tag("partition", Integer.toString(assignment.partition.partition()))
                .register(meters);
        return new Lag(events, gauge.getId());
    }

    /** The partition is another replica's now. */
    void forget(String consumer, TopicPartition partition) {
        Lag known = lags.remove(new Assignment(consumer, partition));
        if (known != null) {
            meters.remove(known.gauge);
        }
    }

    long largest() {
        return lags.values().stream().mapToLong(lag -> lag.events.get()).max().orElse(0);
    }
}
