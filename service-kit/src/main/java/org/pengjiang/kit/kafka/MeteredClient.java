package org.pengjiang.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Kafka's own metrics of one client, in the registry of the service for as long as the client lives. */
public final class MeteredClient implements AutoCloseable {
    private final KafkaClientMetrics metrics;

    private MeteredClient(KafkaClientMetrics metrics, MeterRegistry meters) {
        this.metrics = metrics;
        metrics.bindTo(meters);
    }

    public static MeteredClient bind(Producer<?, ?> producer, MeterRegistry meters) {
        return new MeteredClient(new KafkaClientMetrics(producer), meters);
    }

    public static MeteredClient bind(Consumer<?, ?> consumer, MeterRegistry meters) {
        return new MeteredClient(new KafkaClientMetrics(consumer), meters);
    }

    public static MeteredClient bind(AdminClient admin, MeterRegistry meters) {
        return new MeteredClient(new KafkaClientMetrics(admin), meters);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
