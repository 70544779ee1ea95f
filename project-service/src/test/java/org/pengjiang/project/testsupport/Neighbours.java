package org.pengjiang.project.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks on Kafka as the other services do. */
public final class Neighbours {
    private static KafkaProducer<String, String> producer;

    private Neighbours() {}

    /** One event; each call is another one, also where subject and version are the same. */
    public static void say(String topic, String type, UUID subject, long version, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, subject.toString(), data);
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "/neighbour",
                "ce_time",
                "2026-11-01T00:00:00Z",
                "ce_subject",
                subject.toString(),
                "ce_subjectversion",
                Long.toString(version),
                "ce_sequence",
                Long.toString(version),
                "ce_division",
                "440703",
                "content-type",
                "application/json");
        headers.forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            String servers = ConfigProvider.getConfig().getValue("suite.kafka.bootstrap-servers", String.class);
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers, "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return producer;
    }
}
