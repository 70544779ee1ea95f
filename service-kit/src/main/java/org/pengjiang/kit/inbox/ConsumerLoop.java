package org.pengjiang.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
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
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration POLL_WHILE_RETRYING = Duration.ofMillis(20);
    private static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    private final EventConsumer consumer;
    private final Map<String, Object> kafka;
    private final MessageReader reader;
    private final InboxMetrics metrics;
    private final EventAttempts attempts;
    private final long longestTurnNanos;
    private final Map<TopicPartition, PartitionQueue> queues = new HashMap<>();
    /** Events of each partition that Kafka has and this consumer has not taken. */
    private final Map<TopicPartition, Long> notPolled = new HashMap<>();

    private long askedNanos = System.nanoTime();
    private int turns;
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
        this.longestTurnNanos = config.longestTurn().toNanos();
        this.attempts = new EventAttempts(consumer, config, handler, metrics, tracing);
    }

    @Override
    public void run(SupervisedLoop loop) {
        queues.clear();
        notPolled.clear();
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(kafka);
                MeteredClient bound = metrics.of(client)) {
            client.subscribe(Set.of(consumer.topic()), new Rebalance(client));
            waiting = client;
            turnUntilStopped(client, loop);
            commitSync(client, queues.keySet());
            // it would wait for the broker's answer to the last fetch
            client.close(CloseOptions.timeout(LONGEST_CLOSE));
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
        boolean retrying = queues.values().stream().anyMatch(queue -> !queue.isEmpty() || queue.isWaiting());
        ConsumerRecords<byte[], byte[]> polled = client.poll(retrying ? POLL_WHILE_RETRYING : POLL);
        for (TopicPartition partition : polled.partitions()) {
            queues.computeIfAbsent(partition, p -> new PartitionQueue()).add(polled.records(partition));
        }
        tryWaiting(loop);
        workQueues(loop);
        for (Map.Entry<TopicPartition, PartitionQueue> entry : queues.entrySet()) {
            List<TopicPartition> one = List.of(entry.getKey());
            if (entry.getValue().isEmpty()) {
                client.resume(one);
            } else {
                client.pause(one);
            }
        }
        commitAsync(client);
        noteLag(client, polled.partitions());
    }

    private void noteLag(KafkaConsumer<byte[], byte[]> client, Set<TopicPartition> polled) {
        Set<TopicPartition> paused = client.paused();
        for (TopicPartition partition : client.assignment()) {
            if (!paused.contains(partition) || polled.contains(partition)) {
                // what the last answer of the broker said; only the first time it is asked for
                client.currentLag(partition).ifPresent(events -> notPolled.put(partition, events));
            }
        }
        askForPaused(client, paused);
        notPolled.forEach((partition, events) -> {
            PartitionQueue queue = queues.get(partition);
            metrics.lag().set(consumer.name(), partition, events + (queue == null ? 0 : queue.size()));
        });
    }

    /** Nothing is fetched of a partition that is paused, so no answer says what has come meanwhile. */
    private void askForPaused(KafkaConsumer<byte[], byte[]> client, Set<TopicPartition> paused) {
        long now = System.nanoTime();
        if (paused.isEmpty() || now - askedNanos < ASK_EVERY_NANOS) {
            return;
        }
        askedNanos = now;
        try {
            client.endOffsets(paused, LONGEST_QUESTION)
                    .forEach((partition, end) -> notPolled.put(partition, end - client.position(partition)));
        } catch (TimeoutException e) {
            LOG.debugf(e, "consumer %s does not learn how far behind it is", consumer.name());
        }
    }

    /**
     * Subjects that wait, of whichever partition, until one of them fails again or the time is over. A try may last as long as
     * a lock is waited for: between two of them the queues have their turn.
     */
    private void tryWaiting(SupervisedLoop loop) {
        long end = System.nanoTime() + longestTurnNanos;
        boolean allWell = true;
        while (allWell && goesOn(end, loop)) {
            Due due = longestDue();
            allWell = due != null && workOff(due.queue, due.waiting, end, loop);
        }
    }

    private record Due(PartitionQueue queue, WaitingSubject waiting) {}

    private @Nullable Due longestDue() {
        long now = System.nanoTime();
        return queues.values().stream()
                .filter(queue -> queue.isDue(now))
                .flatMap(queue -> queue.due(now).map(waiting -> new Due(queue, waiting)).stream())
                .max(Comparator.comparingLong(due -> due.waiting.overdue(now)))
                .orElse(null);
    }

    /** False when it failed again. One that has many events goes on in the next turn. */
    private boolean workOff(PartitionQueue queue, WaitingSubject waiting, long end, SupervisedLoop loop) {
        do {
            SupervisedLoop.progress();
            Message message = reader.read(waiting.first());
            Throwable failure = attempts.failureOf(message);
            if (failure != null) {
                if (!attempts.waitsForServer(queue, failure)) {
                    failed(queue, message, waiting, failure, loop);
                }
                return false;
            }
            queue.done(waiting);
        } while (!waiting.isEmpty() && goesOn(end, loop));
        return true;
    }

    /** Each queue until something fails, all of them until the time is over. */
    private void workQueues(SupervisedLoop loop) {
        long end = System.nanoTime() + longestTurnNanos;
        List<PartitionQueue> order = new ArrayList<>(queues.values());
        // should the time be over before the last one, another comes first in the next turn
        Collections.rotate(order, turns++);
        for (PartitionQueue queue : order) {
            boolean allWell = queue.isDue(System.nanoTime());
            while (allWell && goesOn(end, loop)) {
                ConsumerRecord<byte[], byte[]> next = queue.first();
                allWell = next != null && workOff(queue, next, loop);
            }
        }
    }

    private static boolean goesOn(long end, SupervisedLoop loop) {
        return !loop.isStopping() && System.nanoTime() - end < 0;
    }

    /** False when the queue has to wait for its next turn. */
    private boolean workOff(PartitionQueue queue, ConsumerRecord<byte[], byte[]> record, SupervisedLoop loop) {
        SupervisedLoop.progress();
        Message message = reader.read(record);
        if (queue.waiting(message.key()) != null) {
            queue.hold(message.key());
            return true;
        }
        Throwable failure = attempts.failureOf(message);
        if (failure == null) {
            queue.done();
            return true;
        }
        if (!attempts.waitsForServer(queue, failure)) {
            failed(queue, message, queue.hold(message.key()), failure, loop);
        }
        return false;
    }

    private void failed(
            PartitionQueue queue, Message message, WaitingSubject waiting, Throwable failure, SupervisedLoop loop) {
        // one that was interrupted by the stop comes again to another replica
        if (!loop.isStopping()) {
            attempts.failed(queue, message, waiting, failure);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> done(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionQueue queue = queues.get(partition);
            long offset = queue == null ? -1 : queue.offsetToCommit();
            if (offset >= 0) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }
        return offsets;
    }

    private void commitAsync(KafkaConsumer<byte[], byte[]> client) {
        Map<TopicPartition, OffsetAndMetadata> offsets = done(queues.keySet());
        if (offsets.isEmpty()) {
            return;
        }
        // called back by poll() in this thread; what failed is committed with the next one
        client.commitAsync(offsets, (committed, failure) -> {
            if (failure == null) {
                committed.forEach((partition, offset) -> {
                    PartitionQueue queue = queues.get(partition);
                    if (queue != null) {
                        queue.committed(offset.offset());
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
            partitions.forEach(queues::remove);
            partitions.forEach(notPolled::remove);
            partitions.forEach(partition -> metrics.lag().forget(consumer.name(), partition));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(queues::remove);
        }
    }
}
