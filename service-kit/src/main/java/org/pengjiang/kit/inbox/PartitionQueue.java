package org.pengjiang.kit.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of one partition. A subject whose event failed waits with its later events while the other subjects
 * go on. The committed offset stays before the first event that waits: what is read again after a restart is dropped by
 * the inbox.
 */
final class PartitionQueue {
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_DOUBLINGS = 4;
    private static final long MOST_WAITING_BYTES = 8L << 20;

    private final Deque<ConsumerRecord<byte[], byte[]>> queue = new ArrayDeque<>();
    private final Map<UUID, WaitingSubject> waiting = new HashMap<>();
    private int waitingEvents;
    private long waitingBytes;
    private long nextOffset = -1;
    private long committedOffset = -1;
    private long dueNanos;
    private int serverFailures;

    void add(Collection<ConsumerRecord<byte[], byte[]>> messages) {
        queue.addAll(messages);
    }

    /** The next event, unless so many wait that no more are taken up. */
    @Nullable ConsumerRecord<byte[], byte[]> first() {
        boolean full = waitingEvents >= MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES;
        return full ? null : queue.peekFirst();
    }

    /** How many were polled and are not done. */
    int size() {
        return queue.size() + waitingEvents;
    }

    /** While it holds anything, no more is fetched. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    boolean isDue(long nanos) {
        return dueNanos == 0 || nanos - dueNanos >= 0;
    }

    @Nullable WaitingSubject waiting(UUID subject) {
        return waiting.isEmpty() ? null : waiting.get(subject);
    }

    /** The subject that has been due longest to be tried again. */
    Optional<WaitingSubject> due(long nanos) {
        return waiting.values().stream()
                .filter(held -> held.overdue(nanos) >= 0)
                .max(Comparator.comparingLong(held -> held.overdue(nanos)));
    }

    /** The first event of the queue is done. */
    void done() {
        nextOffset = queue.removeFirst().offset() + 1;
        serverAnswers();
    }

    /** The first event of the queue waits, with whatever of its subject waits already. */
    WaitingSubject hold(UUID subject) {
        ConsumerRecord<byte[], byte[]> event = queue.removeFirst();
        nextOffset = event.offset() + 1;
        waitingEvents++;
        waitingBytes += size(event);
        WaitingSubject held = waiting.get(subject);
        if (held == null) {
            held = new WaitingSubject(subject, event);
            waiting.put(subject, held);
        } else {
            held.add(event);
        }
        return held;
    }

    /** The first event of a waiting subject is done. */
    void done(WaitingSubject held) {
        waitingEvents--;
        waitingBytes -= size(held.done());
        if (held.isEmpty()) {
            waiting.remove(held.subject());
        }
        serverAnswers();
    }

    /** The server was away: the same events again later, as if they had not been tried. Each further pause is twice as long. */
    void waitForServer(Duration first) {
        dueNanos = System.nanoTime() + (first.toNanos() << serverFailures);
        serverFailures = Math.min(serverFailures + 1, MOST_DOUBLINGS);
    }

    private void serverAnswers() {
        dueNanos = 0;
        serverFailures = 0;
    }

    /** Below zero when nothing new is done. */
    long offsetToCommit() {
        long offset = waiting.values().stream()
                .mapToLong(held -> held.first().offset())
                .reduce(nextOffset, Math::min);
        return offset == committedOffset ? -1 : offset;
    }

    void committed(long offset) {
        committedOffset = offset;
    }

    private static long size(ConsumerRecord<byte[], byte[]> event) {
        return Math.max(0, event.serializedKeySize()) + (long) Math.max(0, event.serializedValueSize());
    }
}
