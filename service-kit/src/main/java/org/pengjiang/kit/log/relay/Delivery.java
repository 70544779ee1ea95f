package org.pengjiang.kit.log.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * One batch on its way to Kafka. The cursor follows the acknowledged prefix while the batch is sent, so after a failure
 * only the rows behind that prefix are sent again. A row that Kafka refuses (a poison message) is set aside with all
 * later rows of its subject, and the other subjects go on.
 */
final class Delivery {
    /** Well below the silence after which the database ends the session. */
    private static final long KEEP_ALIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RelaySession session;
    private final KafkaPublisher publisher;
    private final RefusedSubjects refused;
    private final List<RefusedRow> setAside = new ArrayList<>();
    private Position cursor;
    private Position acknowledged;
    private long lastKeepAlive = System.nanoTime();

    Delivery(RelaySession session, KafkaPublisher publisher, RefusedSubjects refused, Position cursor) {
        this.session = session;
        this.publisher = publisher;
        this.refused = refused;
        this.cursor = cursor;
        this.acknowledged = cursor;
    }

    /** @param pending absent when there is nothing to wait for */
    private record Sent(OutgoingEvent event, @Nullable Future<RecordMetadata> pending) {}

    /** Returns the cursor behind the batch. */
    Position deliver(List<OutgoingEvent> batch) throws Exception {
        List<Sent> sent = new ArrayList<>(batch.size());
        for (OutgoingEvent event : batch) {
            boolean goesOut = event.isPublished() && !refused.contains(event.subject());
            sent.add(new Sent(event, goesOut ? send(event) : null));
        }
        try {
            for (Sent one : sent) {
                settle(one);
                acknowledged = one.event.position();
                keepAlive();
            }
        } finally {
            moveCursor();
        }
        return cursor;
    }

    private Future<RecordMetadata> send(OutgoingEvent event) throws Exception {
        Future<RecordMetadata> pending = publisher.send(event);
        while (KafkaPublisher.hadNoRoom(pending)) {
            keepAlive();
            pending = publisher.send(event);
        }
        keepAlive();
        Throwable failure = KafkaPublisher.failure(pending);
        if (failure != null && KafkaPublisher.isRefusal(failure)) {
            // known before the next row is sent, so nothing of this subject overtakes it
            refused.add(event.subject());
        }
        return pending;
    }

    private void settle(Sent one) throws Exception {
        if (!one.event.isPublished()) {
            return;
        }
        Throwable failure = one.pending == null ? null : await(one.pending);
        if (failure != null && KafkaPublisher.isRefusal(failure)) {
            refused.add(one.event.subject());
            setAside.add(new RefusedRow(one.event, failure.getClass().getSimpleName()));
        } else if (refused.contains(one.event.subject())) {
            // sent already or not: it waits behind the refused one, and the inbox drops what comes twice
            setAside.add(new RefusedRow(one.event, RefusedRow.BEHIND));
        } else if (failure != null) {
            throw failure instanceof Exception cause ? cause : new ExecutionException(failure);
        }
    }

    private @Nullable Throwable await(Future<RecordMetadata> pending) throws Exception {
        while (true) {
            try {
                pending.get(KEEP_ALIVE_NANOS, TimeUnit.NANOSECONDS);
                return null;
            } catch (TimeoutException e) {
                keepAlive();
            } catch (ExecutionException e) {
                return e.getCause() == null ? e : e.getCause();
            }
        }
    }

    /**
     * Moves the cursor if it can; otherwise shows the database that this process lives. It does so by elapsed time alone.
     */
    private void keepAlive() throws SQLException {
        // a broker that is away makes this wait as long as it likes: that is no loop that hangs
        SupervisedLoop.progress();
        if (System.nanoTime() - lastKeepAlive < KEEP_ALIVE_NANOS) {
            return;
        }
        if (acknowledged.equals(cursor)) {
            session.keepAlive();
        } else {
            moveCursor();
        }
        lastKeepAlive = System.nanoTime();
    }

    private void moveCursor() throws SQLException {
        if (acknowledged.equals(cursor)) {
            return;
        }
        if (!session.move(cursor, acknowledged, setAside)) {
            throw new SQLException("another relay has moved the cursor");
        }
        setAside.clear();
        cursor = acknowledged;
    }
}
