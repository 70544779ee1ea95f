package org.pengjiang.kit.log.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogEntries;
import org.pengjiang.kit.log.LogEntry;
import org.pengjiang.kit.log.LogRows;
import org.pengjiang.kit.log.access.AccessOfStaff;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

/** A log that the release before has written, with one party a row, becomes one with several. */
class MigratingPartiesTest {
    private static final String PARTY = LogEntries.PARTIES.getFirst();
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresOptions.forTests("kit"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Place(UUID id, FeedCursor cursor) {}

    @Test
    void cursorsGoOnAndChainsVerify() throws SQLException {
        // Given
        LogDatabase before = LogDatabase.migrated(server, "0.100");
        List<LogEntry> heads = new ArrayList<>();
        try (Connection connection = before.connect()) {
            Random random = new Random(1);
            for (int i = 0; i < 200; i++) {
                LogEntry first = LogEntries.random(random, 1);
                LogEntry second = LogEntries.after(first, random, 1);
                LogEntries.insertOfForm1(connection, first);
                LogEntries.insertOfForm1(connection, second);
                heads.add(second);
            }
        }
        List<Place> old = places(before);
        assertTrue(old.size() > 20, "the party has rows");

        // When
        LogDatabase log = LogDatabase.migrated(server);
        try (Connection connection = log.connect()) {
            Random random = new Random(2);
            for (int i = 0; i < heads.size(); i++) {
                LogEntry next = LogEntries.after(heads.get(i), random, i % 2 + 1);
                if (next.form() == 1) {
                    LogEntries.insertOfForm1(connection, next);
                } else {
                    LogEntries.insert(connection, next);
                }
            }
        }

        // Then
        Awaitility.await().until(() -> log.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        try (AgroalDataSource pool = log.pool()) {
            ChangeFeed feed = new ChangeFeed(pool, AccessOfStaff.withoutInvolvement());
            assertCursorsGoOn(feed, old);
        }
        assertChainsVerify(log);
    }

    private static void assertCursorsGoOn(ChangeFeed feed, List<Place> old) {
        List<UUID> all = read(feed, FeedCursor.BEGINNING);
        assertEquals(old.stream().map(Place::id).toList(), all.subList(0, old.size()));
        assertTrue(all.size() > old.size(), "and those of after the migration");
        for (int i = 0; i < old.size(); i += 7) {
            assertEquals(all.subList(i + 1, all.size()), read(feed, old.get(i).cursor()));
        }
    }

    /** What the release before read a party's feed by. */
    private static List<Place> places(LogDatabase log) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, pos, seq FROM event_log WHERE party = '" + PARTY + "' ORDER BY pos, seq")) {
            while (row.next()) {
                places.add(new Place(
                        row.getObject("id", UUID.class), new FeedCursor(row.getLong("pos"), row.getLong("seq"))));
            }
        }
        return places;
    }

    private static List<UUID> read(ChangeFeed feed, FeedCursor from) {
        Caller caller =
                new Caller("enterprise", Set.of("ENTERPRISE"), Optional.empty(), Map.of("enterprise", List.of(PARTY)));
        List<UUID> ids = new ArrayList<>();
        ChangeFeed.Walk walk;
        FeedCursor cursor = from;
        do {
            walk = feed.read(caller, Set.of(), cursor, 50);
            walk.changes().forEach(change -> ids.add(change.id()));
            cursor = walk.next();
        } while (walk.more());
        return ids;
    }

    private static void assertChainsVerify(LogDatabase log) throws SQLException {
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + LogRows.COLUMNS + " FROM event_log ORDER BY subject, subject_version")) {
            byte[] previous = null;
            int rows = 0;
            while (row.next()) {
                LogEntry entry = LogRows.read(row);
                assertArrayEquals(
                        row.getBytes("hash"), entry.hash(), () -> entry + " has the hash it was written with");
                assertTrue(entry.continues(entry.subjectVersion() == 1 ? null : previous), () -> entry + " continues");
                previous = row.getBytes("hash");
                rows++;
            }
            assertEquals(600, rows);
        }
    }
}
