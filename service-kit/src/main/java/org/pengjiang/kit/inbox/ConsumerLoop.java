package org.pengjiang.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.kafka.MeteredClient;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * The Kafka side of one consumer. An event that fails is tried again in place: its subject waits, the others flow and polling
 * goes on, so that the group keeps this member. An offset is committed after the transaction of the effect.
 */
final class ConsumerLoop implements SupervisedLoop.Work {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration POLL_WHILE_RETRYING = Duration.ofMillis(20);
    /** Polling goes on in between, so that the group keeps this member. */
    private static final long LONGEST_TURN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final EventConsumer consumer;
    private final Map<String, Object> kafka;
    private final MessageReader reader;
    private final InboxMetrics metrics;
    private final EventAttempts attempts;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> waiting;

    ConsumerLoop(
            EventConsumer consumer,
            InboxConfig config,
            Map<String, Object> kafka,
            MessageReader reader,
            EventHandler handler,
            InboxMetrics metrics,
            EventTracing tracing) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.reader = reader;
        this.metrics = metrics;
        this.attempts = new EventAttempts(consumer, config, handler, metrics, tracing);
    }

    @Override
    public void run(SupervisedLoop loop) {
        lanes.clear();
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(kafka);
                MeteredClient bound = metrics.of(client)) {
            client.subscribe(Set.of(consumer.topic()), new Rebalance(client));
            waiting = client;
            turnUntilStopped(client, loop);
            commitSync(client, lanes.keySet());
        } finally {
            waiting = null;
        }
    }

    private void turnUntilStopped(KafkaConsumer<byte[], byte[]> client, SupervisedLoop loop) {
        try {
            while (!loop.isStopping()) {
                turn(client, loop);
                loop.succeeded();
            }
        } catch (WakeupException e) {
            // the poll was ended because the loop is to stop
        }
    }

    @Override
    public void wakeUp() {
        KafkaConsumer<byte[], byte[]> client = waiting;
        if (client != null) {
            client.wakeup();
        }
    }

    private void turn(KafkaConsumer<byte[], byte[]> client, SupervisedLoop loop) {
        boolean retrying = lanes.values().stream().anyMatch(lane -> !lane.isEmpty() || lane.isWaiting());
        ConsumerRecords<byte[], byte[]> polled = client.poll(retrying ? POLL_WHILE_RETRYING : POLL);
        for (TopicPartition partition : polled.partitions()) {
            lanes.computeIfAbsent(partition, p -> new Lane()).add(polled.records(partition));
        }
        for (Map.Entry<TopicPartition, Lane> entry : lanes.entrySet()) {
            work(entry.getValue(), loop);
            List<TopicPartition> one = List.of(entry.getKey());
            if (entry.getValue().isEmpty()) {
                client.resume(one);
            } else {
                client.pause(one);
            }
        }
        commitAsync(client);
        noteLag(client);
    }

    private void noteLag(KafkaConsumer<byte[], byte[]> client) {
        for (TopicPartition partition : client.assignment()) {
            Lane lane = lanes.get(partition);
            long polled = lane == null ? 0 : lane.size();
            // what the last answer of the broker said; only the first time it is asked for
            client.currentLag(partition)
                    .ifPresent(notPolled -> metrics.lag().set(consumer.name(), partition, notPolled + polled));
        }
    }

    /** Tries one subject that waits, then works off the queue until something fails or the turn has lasted long enough. */
    private void work(Lane lane, SupervisedLoop loop) {
        long begin = System.nanoTime();
        if (!lane.isDue(begin)) {
            return;
        }
        Map.Entry<UUID, WaitingSubject> due = lane.due(begin).orElse(null);
        if (due != null && !workOff(lane, due.getKey(), due.getValue(), loop)) {
            return;
        }
        ConsumerRecord<byte[], byte[]> next = lane.first();
        while (next != null && !loop.isStopping() && System.nanoTime() - begin < LONGEST_TURN_NANOS) {
            if (!workOff(lane, next, loop)) {
                return;
            }
            next = lane.first();
        }
    }

    /** False when the queue has to wait for its next turn. */
    private boolean workOff(Lane lane, ConsumerRecord<byte[], byte[]> record, SupervisedLoop loop) {
        SupervisedLoop.progress();
        Message message = reader.read(record);
        if (lane.waiting(message.key()) != null) {
            lane.hold(message.key());
            return true;
        }
        Throwable failure = attempts.failureOf(message);
        if (failure == null) {
            lane.done();
            return true;
        }
        if (attempts.waitsForServer(lane, failure)) {
            return false;
        }
        WaitingSubject waiting = lane.hold(message.key());
        // one that was interrupted by the stop comes again to another replica
        if (!loop.isStopping()) {
            attempts.failed(lane, message, waiting, failure);
        }
        return false;
    }

    /** False when the database is away. */
    private boolean workOff(Lane lane, UUID subject, WaitingSubject waiting, SupervisedLoop loop) {
        while (!waiting.isEmpty() && !loop.isStopping()) {
            SupervisedLoop.progress();
            Message message = reader.read(waiting.first());
            Throwable failure = attempts.failureOf(message);
            if (failure == null) {
                lane.done(subject, waiting);
            } else if (attempts.waitsForServer(lane, failure)) {
                return false;
            } else if (!loop.isStopping()) {
                lane.toTheEnd(subject, waiting);
                attempts.failed(lane, message, waiting, failure);
                return true;
            }
        }
        return true;
    }

    private Map<TopicPartition, OffsetAndMetadata> done(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Lane lane = lanes.get(partition);
            long offset = lane == null ? -1 : lane.offsetToCommit();
            if (offset >= 0) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }
        return offsets;
    }

    private void commitAsync(KafkaConsumer<byte[], byte[]> client) {
        Map<TopicPartition, OffsetAndMetadata> offsets = done(lanes.keySet());
        if (offsets.isEmpty()) {
            return;
        }
        // called back by poll() in this thread; what failed is committed with the next one
        client.commitAsync(offsets, (committed, failure) -> {
            if (failure == null) {
                committed.forEach((partition, offset) -> {
                    Lane lane = lanes.get(partition);
                    if (lane != null) {
                        lane.committed(offset.offset());
                    }
                });
            }
        });
    }

    private void commitSync(KafkaConsumer<byte[], byte[]> client, Collection<TopicPartition> partitions) {
        try {
            client.commitSync(done(partitions), Duration.ofSeconds(2));
        } catch (WakeupException e) {
            // told to stop after the last poll: the call itself has not been tried yet
            commitSync(client, partitions);
        } catch (KafkaException e) {
            // the inbox drops what comes again
            LOG.debugf(e, "consumer %s could not commit its offsets", consumer.name());
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> client;

        Rebalance(KafkaConsumer<byte[], byte[]> client) {
            this.client = client;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitSync(client, partitions);
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            partitions.forEach(lanes::remove);
            partitions.forEach(partition -> metrics.lag().forget(consumer.name(), partition));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(lanes::remove);
        }
    }
}
