package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.jdbc.JdbcSettings;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogWriter;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

class ReadingUnderTortureTest {
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static PostgresServer server;
    private static LogDatabase log;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(PostgresOptions.forTests("kit"));
        log = LogDatabase.migrated(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void nothingIsSkippedNothingDoubledAndVersionsStayInOrder(int writers) throws Exception {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        List<UUID> things = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            things.add(log.newThing());
        }
        Position start = newest();
        AtomicBoolean written = new AtomicBoolean();

        // When
        long committed;
        List<OutgoingEvent> small;
        List<OutgoingEvent> large;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<OutgoingEvent>> smallPages = threads.submit(() -> readAll(start, 7, written));
            Future<List<OutgoingEvent>> largePages = threads.submit(() -> readAll(start, 500, written));
            committed = write(threads, writers, things, seed);
            written.set(true);
            small = smallPages.get();
            large = largePages.get();
        }

        // Then
        int breaksByXid = versionBreaks(inOrderOfXid(start));
        System.out.printf(
                "torture: seed %d, %d writers, %d rows in %d s; breaks by position %d, by xid %d%n",
                seed, writers, committed, LOAD.toSeconds(), versionBreaks(versions(small)), breaksByXid);
        for (List<OutgoingEvent> read : List.of(small, large)) {
            assertEquals(committed, read.size(), "rows read");
            assertEquals(
                    committed,
                    new HashSet<>(read.stream().map(OutgoingEvent::id).toList()).size(),
                    "different rows");
            assertEquals(0, versionBreaks(versions(read)), "versions out of order");
        }
        assertEquals(
                small.stream().map(OutgoingEvent::id).toList(),
                large.stream().map(OutgoingEvent::id).toList());
        assertTrue(breaksByXid > 0, "the red control: ordering by transaction id has to show breaks");
    }

    private static long write(ExecutorService threads, int writers, List<UUID> things, long seed) throws Exception {
        long end = System.nanoTime() + LOAD.toNanos();
        List<Future<Long>> results = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            LogWriter writer = new LogWriter(log, things, seed + i, 5);
            results.add(threads.submit(() -> {
                writer.writeWhile(() -> System.nanoTime() < end);
                return writer.committed();
            }));
        }
        long committed = 0;
        for (Future<Long> result : results) {
            committed += result.get();
        }
        return committed;
    }

    /** Reads as the relay does, while the writers write, until nothing comes any more. */
    private static List<OutgoingEvent> readAll(Position start, int page, AtomicBoolean written) throws Exception {
        List<OutgoingEvent> read = new ArrayList<>();
        Position cursor = start;
        JdbcSettings database = RelayTesting.database(log);
        try (RelaySession session = RelaySession.open(database, Duration.ofSeconds(10))) {
            while (true) {
                boolean last = written.get();
                List<OutgoingEvent> batch = session.readAfter(cursor, page, 1 << 20);
                if (batch.isEmpty() && last) {
                    return read;
                }
                if (!batch.isEmpty()) {
                    read.addAll(batch);
                    cursor = batch.getLast().position();
                }
            }
        }
    }

    private static Position newest() throws SQLException {
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pos, seq FROM event_log ORDER BY pos DESC, seq DESC LIMIT 1")) {
            return row.next() ? new Position(row.getLong(1), row.getLong(2)) : new Position(0, 0);
        }
    }

    private record Version(UUID subject, long version) {}

    private static List<Version> versions(List<OutgoingEvent> events) {
        return events.stream()
                .map(event -> new Version(event.subject(), event.subjectVersion()))
                .toList();
    }

    private static List<Version> inOrderOfXid(Position start) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT subject, subject_version FROM event_log WHERE seq > "
                        + start.seq() + " ORDER BY (data::json ->> 'xid')::bigint, seq")) {
            while (row.next()) {
                versions.add(new Version(row.getObject(1, UUID.class), row.getLong(2)));
            }
        }
        return versions;
    }

    private static int versionBreaks(List<Version> versions) {
        Map<UUID, Long> last = new HashMap<>();
        int breaks = 0;
        for (Version version : versions) {
            long before = last.getOrDefault(version.subject, 0L);
            if (version.version != before + 1) {
                breaks++;
            }
            last.put(version.subject, version.version);
        }
        return breaks;
    }
}
