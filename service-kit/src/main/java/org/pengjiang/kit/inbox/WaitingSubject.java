package org.pengjiang.kit.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of one subject that wait until the first of them is tried again. */
final class WaitingSubject {
    private final Deque<ConsumerRecord<byte[], byte[]>> events = new ArrayDeque<>();
    private int temporaryFailures;
    private int lastingFailures;
    private long firstFailureNanos;
    private long dueNanos;

    WaitingSubject(ConsumerRecord<byte[], byte[]> first) {
        events.add(first);
        dueNanos = System.nanoTime();
    }

    void add(ConsumerRecord<byte[], byte[]> event) {
        events.addLast(event);
    }

    ConsumerRecord<byte[], byte[]> first() {
        return events.getFirst();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean isDue(long nanos) {
        return nanos - dueNanos >= 0;
    }

    int tries() {
        return temporaryFailures + lastingFailures;
    }

    ConsumerRecord<byte[], byte[]> done() {
        temporaryFailures = 0;
        lastingFailures = 0;
        return events.removeFirst();
    }

    /** False when the first event is not tried again here. */
    boolean failed(Failure kind, long nanos, InboxConfig config) {
        if (tries() == 0) {
            firstFailureNanos = nanos;
        }
        if (kind == Failure.TEMPORARY) {
            temporaryFailures++;
            dueNanos = nanos + backOff(config).toNanos();
            return nanos - firstFailureNanos < config.retryFor().toNanos();
        }
        List<Duration> pauses = config.pauses();
        lastingFailures++;
        if (lastingFailures > pauses.size()) {
            return false;
        }
        dueNanos = nanos + pauses.get(lastingFailures - 1).toNanos();
        return true;
    }

    /** Twice as long after each failure, up to a limit. */
    private Duration backOff(InboxConfig config) {
        int doublings = Math.min(temporaryFailures - 1, 20);
        Duration grown = config.retryFirst().multipliedBy(1L << doublings);
        return grown.compareTo(config.retryLongest()) < 0 ? grown : config.retryLongest();
    }
}
