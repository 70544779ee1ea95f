package org.pengjiang.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plain consumer that notes when it saw each subject's event, from the end of the topic on. */
final class EventWatcher implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, Long> seenAt = new ConcurrentHashMap<>();
    private final Map<UUID, Long> sentAt = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "event-watcher");
    private volatile boolean closing;
    private volatile long lastSeenAt;

    private EventWatcher(String kafka, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "latest", "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static EventWatcher of(BenchStack stack) {
        EventWatcher watcher = new EventWatcher(stack.kafka(), stack.topic());
        watcher.thread.start();
        try {
            watcher.ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return watcher;
    }

    private void watch() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        ready.countDown();
        while (!closing) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                long now = Wall.micros();
                UUID subject = subject(message);
                sentAt.putIfAbsent(subject, message.timestamp() * 1_000);
                seenAt.putIfAbsent(subject, now);
                lastSeenAt = now;
            }
        }
        consumer.close();
    }

    private static UUID subject(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_subject");
        return UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** {@link Wall#micros()} of that subject's event, which {@link #awaitSeen} has seen. */
    long seenAt(UUID subject) {
        Long at = seenAt.get(subject);
        if (at == null) {
            throw new IllegalArgumentException("no event of " + subject + " was seen");
        }
        return at;
    }

    /** When the relay handed it to its producer, to the millisecond. */
    long sentAt(UUID subject) {
        return sentAt.getOrDefault(subject, seenAt(subject));
    }

    int seen() {
        return seenAt.size();
    }

    /** {@link Wall#micros()} of the last event. */
    long lastSeenAt() {
        return lastSeenAt;
    }

    /** @throws IllegalStateException when they are not all there in time: a lost event is no figure */
    void awaitSeen(Set<UUID> subjects, Duration patience) {
        await(() -> seenAt.keySet().containsAll(subjects), subjects.size(), patience);
    }

    void awaitSeen(int number, Duration patience) {
        await(() -> seen() >= number, number, patience);
    }

    private void await(BooleanSupplier condition, int wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "of " + wanted + " events some did not come in " + patience.toSeconds() + " s");
            }
            Pause.millis(20);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
