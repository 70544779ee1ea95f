package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** A consumer with a topic of one partition for itself, whose handler the test writes. */
final class ScriptedConsumer implements EventConsumer, AutoCloseable {
    static final String COUNTED = "kit.thing-counted.v1";

    /** What happens with an event. */
    interface Effect {
        void of(ReceivedEvent event) throws Exception;
    }

    private final String name = "kit.scripted-" + Ids.next();
    private final String topic = name.replace("scripted", "topic");
    private final String kafka;
    private final boolean needsEveryEvent;
    private final KafkaProducer<String, String> producer;
    private volatile Effect effect;

    ScriptedConsumer(String kafka, boolean needsEveryEvent, Effect effect) throws Exception {
        this.kafka = kafka;
        this.needsEveryEvent = needsEveryEvent;
        this.effect = effect;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
    }

    void does(Effect other) {
        effect = other;
    }

    /** Runs until it is closed. */
    Running run(
            InboxConfig config, MessageReader reader, EventHandler handler, InboxMetrics metrics, EventTracing traces) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                name,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "fetch.max.wait.ms",
                20,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
        SupervisedLoop loop = new SupervisedLoop(
                name,
                new ConsumerLoop(this, config, settings, reader, handler, metrics, traces),
                new SimpleMeterRegistry());
        loop.start();
        return new Running(loop);
    }

    record Running(SupervisedLoop loop) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            loop.stop();
            loop.join(Duration.ofSeconds(20));
        }
    }

    UUID send(UUID subject, long sequence, long by) {
        return send(subject, COUNTED, sequence, by);
    }

    UUID send(UUID subject, String type, long sequence, long by) {
        UUID id = Ids.next();
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, subject.toString(), "{\"by\":" + by + "}");
        headers(id, subject, type, sequence)
                .forEach((header, value) -> message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
        return id;
    }

    /** What the reader makes of an event that adds its own number. */
    static Message message(MessageReader reader, UUID subject, long sequence) {
        return reader.read(
                "kit.events",
                0,
                sequence,
                subject.toString(),
                headers(Ids.next(), subject, COUNTED, sequence),
                ("{\"by\":" + sequence + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(UUID id, UUID subject, String type, long sequence) {
        return Map.of(
                "ce_id", id.toString(),
                "ce_type", type,
                "ce_subject", subject.toString(),
                "ce_subjectversion", Long.toString(sequence),
                "ce_sequence", Long.toString(sequence),
                "ce_division", "440703",
                "ce_time", "2026-01-01T00:00:00Z");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Set<String> applies() {
        return Set.of(COUNTED);
    }

    @Override
    public Set<String> ignores() {
        return Set.of("kit.thing-made.v1");
    }

    @Override
    public boolean needsEveryEvent() {
        return needsEveryEvent;
    }

    @Override
    public void apply(ReceivedEvent event) {
        try {
            effect.of(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Short pauses; a failure that may pass is tried again for this long. */
    record Patience(boolean enabled, Duration retryFor) implements InboxConfig {
        Patience(Duration retryFor) {
            this(true, retryFor);
        }

        @Override
        public List<Duration> pauses() {
            return List.of(Duration.ofMillis(5), Duration.ofMillis(10));
        }

        @Override
        public Duration retryFirst() {
            return Duration.ofMillis(5);
        }

        @Override
        public Duration retryLongest() {
            return Duration.ofMillis(40);
        }

        @Override
        public Duration serverPause() {
            return Duration.ofMillis(20);
        }

        @Override
        public int maxPollRecords() {
            return 500;
        }

        @Override
        public Duration longestTurn() {
            return Duration.ofMillis(50);
        }

        @Override
        public long longestLag() {
            return 10_000;
        }

        @Override
        public Parked parked() {
            throw new UnsupportedOperationException("nothing of this loop is tried again once it is parked");
        }
    }
}
