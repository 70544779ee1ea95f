package org.pengjiang.team.credit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Everything that was ever said about projects, up to now, partition by partition. Belongs to no consumer group. */
@ApplicationScoped
class ProjectTopic {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final ObjectMapper json;

    ProjectTopic(@ConfigProperty(name = "suite.kafka.bootstrap-servers") String bootstrapServers, ObjectMapper json) {
        this.bootstrapServers = bootstrapServers;
        this.json = json;
    }

    void readAll(Consumer<List<ReceivedEvent>> batches, Runnable endOfPartition) {
        try (KafkaConsumer<byte[], byte[]> kafka = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                // the fetch that finds no more in one partition holds up the first one of the next
                "fetch.max.wait.ms",
                10,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class))) {
            for (var info : kafka.partitionsFor(FactReader.TOPIC)) {
                read(kafka, new TopicPartition(info.topic(), info.partition()), batches);
                endOfPartition.run();
            }
        }
    }

    private void read(
            KafkaConsumer<byte[], byte[]> kafka, TopicPartition partition, Consumer<List<ReceivedEvent>> batches) {
        List<TopicPartition> one = List.of(partition);
        kafka.assign(one);
        kafka.seekToBeginning(one);
        long end = kafka.endOffsets(one).getOrDefault(partition, 0L);
        while (kafka.position(partition) < end) {
            List<ReceivedEvent> batch = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> message : kafka.poll(POLL).records(partition)) {
                if (message.offset() < end) {
                    event(message).ifPresent(batch::add);
                }
            }
            batches.accept(batch);
        }
    }

    /** What the inbox could not read either is parked there and stands in no ledger. */
    private Optional<ReceivedEvent> event(ConsumerRecord<byte[], byte[]> message) {
        String type = header(message, "ce_type");
        if (!FactReader.TYPES.contains(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReceivedEvent(
                    UUID.fromString(header(message, "ce_id")),
                    type,
                    UUID.fromString(header(message, "ce_subject")),
                    Long.parseLong(header(message, "ce_subjectversion")),
                    Long.parseLong(header(message, "ce_sequence")),
                    DivisionCode.parse(header(message, "ce_division")),
                    Instant.parse(header(message, "ce_time")),
                    json.readTree(message.value())));
        } catch (IllegalArgumentException | DateTimeException | IOException | InvalidIdentifier malformed) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
