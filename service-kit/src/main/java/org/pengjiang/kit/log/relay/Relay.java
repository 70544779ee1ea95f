package org.pengjiang.kit.log.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.pengjiang.kit.log.CommitSignal;

/**
 * The thread that carries the log to Kafka: batch, all acknowledged, cursor moved. One replica at a time does it; the
 * others ask for the lock. It never gives up: after any failure it starts anew from the cursor, and what was sent twice
 * the inbox of the consumer drops.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long[] POLL_MILLIS = {2, 5, 10, 20};
    private static final long RETRY_MILLIS = 200;

    private final RelayConfig config;
    private final RelayDatabase database;
    private final Supplier<KafkaPublisher> publishers;
    private final CommitSignal signal;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean active;

    Relay(RelayConfig config, RelayDatabase database, Supplier<KafkaPublisher> publishers, CommitSignal signal) {
        this.config = config;
        this.database = database;
        this.publishers = publishers;
        this.signal = signal;
    }

    /** Whether this replica holds the lock. */
    boolean isActive() {
        return active;
    }

    long sent() {
        return sent.get();
    }

    /** Sends what is final by now, then ends. */
    void stop() {
        stopping = true;
        signal.raise();
    }

    @Override
    public void run() {
        String lastTrouble = "";
        while (!stopping) {
            try {
                standByThenRelay();
                lastTrouble = "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                String trouble = String.valueOf(e.getMessage());
                // a server that is down would fill the log with the same line
                if (!trouble.equals(lastTrouble)) {
                    LOG.warnf(e, "the relay starts anew from its cursor");
                }
                lastTrouble = trouble;
                pause();
            } finally {
                active = false;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void standByThenRelay() throws Exception {
        try (RelaySession session = RelaySession.open(database, config.idleSession());
                KafkaPublisher publisher = publishers.get()) {
            while (!session.tryLock()) {
                if (stopping) {
                    return;
                }
                Thread.sleep(config.standby());
            }
            active = true;
            LOG.debug("this replica is the relay now");
            relay(session, publisher);
        }
    }

    private void relay(RelaySession session, KafkaPublisher publisher) throws Exception {
        Position cursor = session.cursor();
        int idle = 0;
        while (true) {
            boolean last = stopping;
            List<OutgoingEvent> batch = session.readAfter(cursor, config.batch());
            if (!batch.isEmpty()) {
                cursor = forward(session, publisher, batch, cursor);
                idle = 0;
            } else if (last) {
                return;
            } else {
                boolean woken = signal.await(POLL_MILLIS[idle]);
                idle = woken ? 0 : Math.min(idle + 1, POLL_MILLIS.length - 1);
            }
        }
    }

    private Position forward(RelaySession session, KafkaPublisher publisher, List<OutgoingEvent> batch, Position cursor)
            throws Exception {
        List<OutgoingEvent> published =
                batch.stream().filter(OutgoingEvent::isPublished).toList();
        publisher.publish(published, session::keepAlive);
        Position next = batch.getLast().position();
        if (!session.move(cursor, next)) {
            throw new SQLException("another relay has moved the cursor");
        }
        sent.addAndGet(published.size());
        return next;
    }
}
