package org.pengjiang.kit.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of one subject that wait until the first of them is tried again. */
final class WaitingSubject {
    private final UUID subject;
    private final Deque<ConsumerRecord<byte[], byte[]>> events = new ArrayDeque<>();
    private int temporaryFailures;
    private int lastingFailures;
    private long firstFailureNanos;
    private long dueNanos;

    WaitingSubject(UUID subject, ConsumerRecord<byte[], byte[]> first) {
        this.subject = subject;
        events.add(first);
        dueNanos = System.nanoTime();
    }

    UUID subject() {
        return subject;
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

    /** For how long it has been due; below zero while its time has not come. */
    long overdue(long nanos) {
        return nanos - dueNanos;
    }

    int tries() {
        return temporaryFailures + lastingFailures;
    }

    /** The next one is due behind whoever is due already. */
    ConsumerRecord<byte[], byte[]> done() {
        temporaryFailures = 0;
        lastingFailures = 0;
        dueNanos = System.nanoTime();
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
