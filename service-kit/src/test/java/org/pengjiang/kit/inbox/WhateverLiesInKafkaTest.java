package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.inbox.ScriptedConsumer.COUNTED;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.inbox.ScriptedConsumer.Patience;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.things.KitStack;

/** No record, whatever its bytes are, keeps those behind it from being handled. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class WhateverLiesInKafkaTest {
    private static final Logger LOG = Logger.getLogger(WhateverLiesInKafkaTest.class);
    private static final int MESSAGES = 2_000;
    private static final List<String> HEADERS = List.of(
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_subjectversion",
            "ce_sequence",
            "ce_division",
            "ce_time",
            "traceparent",
            "tracestate");

    @Inject
    MessageReader reader;

    @Inject
    EventHandler handler;

    @Inject
    ParkedEvents parked;

    @Inject
    InboxMetrics metrics;

    @Inject
    EventTracing tracing;

    @ConfigProperty(name = "suite.kafka.bootstrap-servers")
    String kafka;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void thousandsOfRandomRecordsAreAppliedOrParkedAndTheLastOneIsReached() throws Exception {
        // Given
        LOG.infof("-Dtest.seed=%d", seed);
        UUID last = Ids.next();
        Set<UUID> applied = ConcurrentHashMap.newKeySet();
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, true, event -> applied.add(event.subject()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
                ScriptedConsumer.Running running =
                        consumer.run(new Patience(Duration.ofMinutes(5)), reader, handler, metrics, tracing)) {
            // When
            for (int i = 0; i < MESSAGES; i++) {
                producer.send(any(consumer.topic()));
            }
            producer.flush();
            consumer.send(last, 1, 1);

            // Then
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> applied.contains(last));
            long stored = number("SELECT count(*) FROM parked_event WHERE consumer = ?", consumer.name());
            long done = number("SELECT count(*) FROM inbox WHERE consumer = ?", consumer.name());
            assertEquals(MESSAGES + 1L, stored + done, "seed " + seed);
            assertTrue(
                    done > MESSAGES / 10 && stored > MESSAGES / 10,
                    done + " applied, " + stored + " parked, seed " + seed);
            // and what was stored can be read again
            for (String id : texts("SELECT id FROM parked_event WHERE consumer = ?", consumer.name())) {
                assertTrue(parked.find(UUID.fromString(id)).isPresent(), id);
            }
        }
    }

    @Test
    void whatTheTableRefusesIsKeptAsBytes() throws Exception {
        // Given
        UUID subject = Ids.next();
        byte[] payload = {1, 0, 2};
        Message message = new Message(
                "kit.topic", 0, 7, subject, Ids.next(), tooDeep(), payload, null, "its headers cannot be written");
        try (ScriptedConsumer consumer = new ScriptedConsumer(kafka, false, event -> {})) {
            // When
            EventHandler.Outcome outcome = handler.park(consumer, message, Reason.MALFORMED, "text", 1);

            // Then
            assertEquals(EventHandler.Outcome.PARKED, outcome);
            assertEquals(
                    List.of("{}|\\x010002|MALFORMED"),
                    texts(
                            "SELECT headers || '|' || payload || '|' || reason FROM parked_event WHERE subject = ?",
                            subject));
        }
    }

    /** A map whose writing fails, as nothing that the reader makes does. */
    private static Map<String, String> tooDeep() {
        return new HashMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new IllegalStateException("cannot be written");
            }
        };
    }

    private ProducerRecord<byte[], byte[]> any(String topic) {
        UUID subject = UUID.randomUUID();
        Map<String, byte @Nullable []> headers = new HashMap<>(Map.of(
                "ce_id", bytes(UUID.randomUUID().toString()),
                "ce_type", bytes(COUNTED),
                "ce_subject", bytes(subject.toString()),
                "ce_subjectversion", bytes("1"),
                "ce_sequence", bytes("1"),
                "ce_division", bytes("440703"),
                "ce_time", bytes("2026-01-01T00:00:00Z")));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            headers.put(HEADERS.get(random.nextInt(HEADERS.size())), value());
        }
        byte[] key = random.nextInt(8) == 0 ? value() : bytes(subject.toString());
        byte[] payload = random.nextInt(3) == 0 ? value() : bytes("{\"by\":1}");
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value));
        if (random.nextInt(10) == 0) {
            for (int i = 0; i < 150; i++) {
                message.headers().add("x" + i, value());
            }
        }
        return message;
    }

    private byte @Nullable [] value() {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> bytes("text with a \0 in it \n\u0007");
            case 3 -> bytes(COUNTED + "\0");
            case 4 -> bytes("\ud83d\ude00".repeat(random.nextInt(9_000)));
            case 5 -> bytes(Long.toString(random.nextLong()));
            case 6 -> bytes("[".repeat(random.nextInt(5_000)));
            case 7 -> bytes("+999999999-12-31T23:59:59Z");
            default -> {
                byte[] some = new byte[random.nextInt(300)];
                random.nextBytes(some);
                yield some;
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
