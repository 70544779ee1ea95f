package org.pengjiang.kit.log.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * The subjects of which Kafka has refused a row. Their rows wait in {@code refused_event}, in order, until an
 * administrator asks for another try; the active relay alone sends them.
 */
final class RefusedSubjects {
    private static final Logger LOG = Logger.getLogger(RefusedSubjects.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    /** Other subjects wait meanwhile. */
    private static final long LONGEST_TURN_NANOS = Duration.ofSeconds(2).toNanos();

    private final RelaySession session;
    private final Set<UUID> subjects;
    private long lastLook = System.nanoTime();

    RefusedSubjects(RelaySession session) throws SQLException {
        this.session = session;
        this.subjects = new HashSet<>(session.refusedSubjects());
    }

    boolean contains(UUID subject) {
        return !subjects.isEmpty() && subjects.contains(subject);
    }

    void add(UUID subject) {
        if (subjects.add(subject)) {
            LOG.errorf("Kafka refuses an event of subject %s: it waits in refused_event with every later one", subject);
        }
    }

    /**
     * Sends what an administrator has asked for, each subject's rows in their order until one is refused again. What a turn
     * does not come to stays asked for, and the next one goes on there.
     */
    void replay(KafkaPublisher publisher) throws Exception {
        if (subjects.isEmpty() || System.nanoTime() - lastLook < LOOK_EVERY_NANOS) {
            return;
        }
        lastLook = System.nanoTime();
        for (UUID subject : session.askedSubjects()) {
            AskedRow first = session.firstRefused(subject).orElse(null);
            while (first != null && first.isAsked() && isInItsTurn() && sent(first, publisher)) {
                first = session.firstRefused(subject).orElse(null);
            }
            if (first == null) {
                subjects.remove(subject);
                LOG.infof("nothing of subject %s waits in refused_event any more", subject);
            }
        }
    }

    private boolean isInItsTurn() {
        return System.nanoTime() - lastLook < LONGEST_TURN_NANOS && SupervisedLoop.goesOn();
    }

    private boolean sent(AskedRow row, KafkaPublisher publisher) throws Exception {
        Future<RecordMetadata> pending = publisher.send(row.outgoing());
        while (true) {
            try {
                pending.get(100, TimeUnit.MILLISECONDS);
                session.sentAfterAll(row.event());
                if (row.givenUp()) {
                    LOG.warnf(
                            "event %s (%s) of subject %s was given up and sent without its data",
                            row.event().id(), row.event().type(), row.event().subject());
                }
                return true;
            } catch (TimeoutException e) {
                SupervisedLoop.progress();
                session.keepAlive();
            } catch (ExecutionException e) {
                if (e.getCause() != null && KafkaPublisher.isRefusal(e.getCause())) {
                    session.refusedAgain(row.event());
                    return false;
                }
                throw e;
            }
        }
    }
}
