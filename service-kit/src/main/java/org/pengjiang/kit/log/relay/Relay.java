package org.pengjiang.kit.log.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.pengjiang.kit.jdbc.JdbcSettings;
import org.pengjiang.kit.log.CommitSignal;
import org.pengjiang.kit.supervision.FailureReason;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Carries the log to Kafka (the relay of a transactional outbox): it sends a batch, waits for the acknowledgements and
 * moves the cursor. One replica does it at a time; the others keep asking for the lock. After a failure it starts again
 * from the cursor, and the inbox of each consumer drops what was sent twice.
 */
final class Relay implements SupervisedLoop.Work {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long[] POLL_MILLIS = {2, 5, 10, 20};
    /** Nobody commits: rows of another replica may then wait a little longer to be found. */
    private static final long QUIET_POLL_MILLIS = 100;

    private static final long QUIET_AFTER_NANOS = Duration.ofSeconds(10).toNanos();

    private final RelayConfig config;
    private final JdbcSettings database;
    private final Supplier<KafkaPublisher> publishers;
    private final CommitSignal signal;
    private final FailureReason.Count restarts;
    private volatile boolean active;

    Relay(
            RelayConfig config,
            JdbcSettings database,
            Supplier<KafkaPublisher> publishers,
            CommitSignal signal,
            MeterRegistry meters) {
        this.config = config;
        this.database = database;
        this.publishers = publishers;
        this.signal = signal;
        this.restarts = new FailureReason.Count(
                "suite.relay.restarts", "how often the relay has started anew from its cursor", meters);
        Gauge.builder("suite.relay.active", this, relay -> relay.active ? 1 : 0)
                .description("1 on the replica that relays, 0 on those that wait")
                .register(meters);
    }

    /** Sends what is final by the time the loop is stopped, then ends. */
    @Override
    public void run(SupervisedLoop loop) throws Exception {
        // Kafka first: connecting may take seconds, and a silent session is ended after a fraction of one
        try (KafkaPublisher publisher = publishers.get();
                RelaySession session = RelaySession.open(database, config.idleSession())) {
            while (!session.tryLock()) {
                loop.succeeded();
                loop.sleep(config.standby());
                if (loop.isStopping()) {
                    return;
                }
            }
            active = true;
            LOG.debug("this replica is the relay now");
            relay(session, publisher, loop);
        } catch (Throwable failure) {
            restarts.add(failure);
            throw failure;
        } finally {
            active = false;
        }
    }

    @Override
    public void wakeUp() {
        signal.raise();
    }

    private void relay(RelaySession session, KafkaPublisher publisher, SupervisedLoop loop) throws Exception {
        RefusedSubjects refused = new RefusedSubjects(session);
        Position cursor = session.cursor();
        long lastRow = System.nanoTime();
        int idle = 0;
        while (true) {
            boolean last = loop.isStopping();
            List<OutgoingEvent> batch =
                    session.readAfter(cursor, config.batch(), config.batchSize().asLongValue());
            loop.succeeded();
            if (!batch.isEmpty()) {
                cursor = new Delivery(session, publisher, refused, cursor).deliver(batch);
                idle = 0;
                lastRow = System.nanoTime();
            } else if (last) {
                return;
            } else {
                boolean woken = signal.await(pauseMillis(idle, lastRow));
                idle = woken ? 0 : Math.min(idle + 1, POLL_MILLIS.length - 1);
            }
            refused.replay(publisher);
        }
    }

    private static long pauseMillis(int idle, long lastRow) {
        return System.nanoTime() - lastRow > QUIET_AFTER_NANOS ? QUIET_POLL_MILLIS : POLL_MILLIS[idle];
    }
}
