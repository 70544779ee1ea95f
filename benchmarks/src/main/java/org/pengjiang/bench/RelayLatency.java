package org.pengjiang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;

/**
 * How long after its commit an event is with a consumer. Commits come at random moments of a fixed rate, whether or not the
 * ones before have arrived: callers that wait for each other would hide every delay.
 */
final class RelayLatency {

    private static final int COMMITTERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BenchStack stack;
    private final EventWatcher watcher;
    private Samples toTheRelay = Samples.of(new double[1]);
    private Samples throughKafka = Samples.of(new double[1]);

    RelayLatency(BenchStack stack, EventWatcher watcher) {
        this.stack = stack;
        this.watcher = watcher;
    }

    /** Milliseconds, from two beginnings that lie on either side of the commit. */
    record OfRequests(Samples fromAnswer, Samples fromRow) {}

    /**
     * Things made through the front door. Nobody outside sees the moment of the commit: the row was written before
     * it, the answer came after it, and an event that overtakes the answer counts as 0.
     */
    OfRequests ofRequests(Supplier<Answer> commit, int perSecond, Duration length) throws SQLException {
        List<Callable<UUID>> committers = new ArrayList<>();
        for (int i = 0; i < COMMITTERS; i++) {
            committers.add(() -> UUID.fromString(commit.get().id()));
        }
        Map<UUID, Long> answered = commit(committers, perSecond, length);
        return new OfRequests(latencies(answered), latencies(rowsWritten(answered)));
    }

    /** Rows committed past the service: nothing wakes the relay for them, its poll has to find them. */
    Samples ofRows(int perSecond, Duration length) throws SQLException {
        List<LogWriter> writers = new ArrayList<>();
        try {
            List<Callable<UUID>> committers = new ArrayList<>();
            for (int i = 0; i < COMMITTERS; i++) {
                LogWriter writer = new LogWriter(stack.database());
                writers.add(writer);
                committers.add(writer::commitOne);
            }
            return latencies(commit(committers, perSecond, length));
        } finally {
            for (LogWriter writer : writers) {
                writer.close();
            }
        }
    }

    private static Map<UUID, Long> commit(List<Callable<UUID>> committers, int perSecond, Duration length) {
        Map<UUID, Long> committedAt = new ConcurrentHashMap<>();
        double meanGap = 1e9 * committers.size() / perSecond;
        long end = System.nanoTime() + length.toNanos();
        Crew.of(committers.size(), worker -> {
            Random random = new Random(worker);
            double next = System.nanoTime();
            while (next < end) {
                next += -Math.log(1 - random.nextDouble()) * meanGap;
                Pause.until((long) next);
                UUID subject = committers.get(worker).call();
                committedAt.put(subject, Wall.micros());
            }
        });
        return committedAt;
    }

    /** Of the last measurement: from the commit to the relay's producer. */
    Samples toTheRelay() {
        return toTheRelay;
    }

    /** Of the last measurement: from the relay's producer to the consumer's hand. */
    Samples throughKafka() {
        return throughKafka;
    }

    private Samples latencies(Map<UUID, Long> committedAt) {
        watcher.awaitSeen(committedAt.keySet(), PATIENCE);
        toTheRelay = Samples.of(committedAt.entrySet().stream()
                .mapToDouble(commit -> Math.max(0, watcher.sentAt(commit.getKey()) - commit.getValue()) / 1e3)
                .toArray());
        throughKafka = Samples.of(committedAt.keySet().stream()
                .mapToDouble(subject -> Math.max(0, watcher.seenAt(subject) - watcher.sentAt(subject)) / 1e3)
                .toArray());
        return Samples.of(committedAt.entrySet().stream()
                .mapToDouble(commit -> Math.max(0, watcher.seenAt(commit.getKey()) - commit.getValue()) / 1e3)
                .toArray());
    }

    private Map<UUID, Long> rowsWritten(Map<UUID, Long> answered) throws SQLException {
        Map<UUID, Long> written = new HashMap<>();
        try (Connection connection =
                        stack.servers().postgres().administer(stack.database().name());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT subject, (extract(epoch FROM recorded_at) * 1000000)::bigint FROM event_log"
                                + " WHERE subject_version = 1")) {
            while (rows.next()) {
                UUID subject = rows.getObject(1, UUID.class);
                if (answered.containsKey(subject)) {
                    written.put(subject, rows.getLong(2));
                }
            }
        }
        return written;
    }
}
