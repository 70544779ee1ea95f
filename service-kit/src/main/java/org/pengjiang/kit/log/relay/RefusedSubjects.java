package org.pengjiang.kit.log.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

    /** Sends what an administrator wants to be tried again. */
    void replay(KafkaPublisher publisher) throws Exception {
        if (subjects.isEmpty() || System.nanoTime() - lastLook < LOOK_EVERY_NANOS) {
            return;
        }
        lastLook = System.nanoTime();
        List<OutgoingEvent> wanted = session.refusedToReplay();
        Set<UUID> stuck = new HashSet<>();
        for (OutgoingEvent event : wanted) {
            if (!stuck.contains(event.subject()) && !sent(event, publisher)) {
                stuck.add(event.subject());
            }
        }
        // an administrator may also have taken rows out by hand
        subjects.clear();
        subjects.addAll(session.refusedSubjects());
    }

    private boolean sent(OutgoingEvent event, KafkaPublisher publisher) throws Exception {
        Future<RecordMetadata> pending = publisher.send(event);
        while (true) {
            try {
                pending.get(100, TimeUnit.MILLISECONDS);
                session.replayed(event);
                return true;
            } catch (TimeoutException e) {
                SupervisedLoop.progress();
                session.keepAlive();
            } catch (ExecutionException e) {
                if (e.getCause() != null && KafkaPublisher.isRefusal(e.getCause())) {
                    session.refusedAgain(event);
                    return false;
                }
                throw e;
            }
        }
    }
}
