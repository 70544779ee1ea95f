package org.pengjiang.team.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks on project.events as project-service does. */
public final class ProjectEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<UUID, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();
    private static KafkaProducer<String, byte[]> producer;

    private ProjectEvents() {}

    /** One event as it lies on the topic. */
    public record Sent(UUID id, String type, UUID project, long sequence, Instant at, Map<String, ?> data) {}

    public static Sent send(String type, UUID project, String recordedAt, Map<String, ?> data) {
        return send(new Sent(UUID.randomUUID(), type, project, next(project), Instant.parse(recordedAt), data));
    }

    public static long next(UUID project) {
        return SEQUENCES.computeIfAbsent(project, it -> new AtomicLong()).incrementAndGet();
    }

    public static Sent send(Sent event) {
        return send("project.events", event);
    }

    static Sent send(String topic, Sent event) {
        try {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(topic, event.project().toString(), JSON.writeValueAsBytes(event.data()));
            Map<String, String> headers = new HashMap<>();
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", event.id().toString());
            headers.put("ce_type", event.type());
            headers.put("ce_source", "/project");
            headers.put("ce_time", event.at().toString());
            headers.put("ce_subject", event.project().toString());
            headers.put("ce_subjectversion", Long.toString(event.sequence()));
            headers.put("ce_sequence", Long.toString(event.sequence()));
            headers.put("ce_division", "440703");
            headers.put("content-type", "application/json");
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer().send(message).get();
            return event;
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            String servers = ConfigProvider.getConfig().getValue("suite.kafka.bootstrap-servers", String.class);
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers, "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }
}
