package org.pengjiang.kit.inbox;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is left to do of one partition. */
final class Lane {
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private long nextOffset = -1;
    private long committedOffset = -1;
    private int failures;
    private long dueNanos;

    void add(Collection<ConsumerRecord<byte[], byte[]>> messages) {
        waiting.addAll(messages);
    }

    @Nullable ConsumerRecord<byte[], byte[]> first() {
        return waiting.peekFirst();
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isDue(long nanos) {
        return dueNanos == 0 || nanos - dueNanos >= 0;
    }

    int failures() {
        return failures;
    }

    void done() {
        nextOffset = waiting.removeFirst().offset() + 1;
        failures = 0;
        dueNanos = 0;
    }

    void failed(long untilNanos) {
        failures++;
        dueNanos = untilNanos;
    }

    /** The server was away: the same event again later, as if it had not been tried. */
    void waitUntil(long nanos) {
        dueNanos = nanos;
    }

    /** Below zero when nothing new is done. */
    long offsetToCommit() {
        return nextOffset == committedOffset ? -1 : nextOffset;
    }

    void committed(long offset) {
        committedOffset = offset;
    }
}
