package org.pengjiang.kit.log.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogEntries;
import org.pengjiang.kit.log.LogEntry;
import org.pengjiang.kit.log.access.AccessOfStaff;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

/** Thousands of random rows of both forms, as replicas of two releases write them, and everybody's feed of them. */
class PartiesSeeTheirRowsTest {
    private static final int ROWS = 2_000;
    private static final Cursors CURSORS = new Cursors(new Encryptor(Map.of("k1", new byte[32]), new byte[32]));
    private static PostgresServer server;
    private static LogDatabase log;
    private static AgroalDataSource pool;
    private static ChangeFeed feed;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(PostgresOptions.forTests("kit"));
        log = LogDatabase.migrated(server);
        pool = log.pool();
        feed = new ChangeFeed(pool, AccessOfStaff.withoutInvolvement());
    }

    @AfterAll
    static void stop() {
        pool.close();
        server.close();
    }

    @Test
    void everybodySeesExactlyTheirRowsInOrderFromAnyCursorInPagesOfAnySize() throws SQLException {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);

        // When
        List<LogEntry> written = write(random);
        Awaitility.await().until(() -> log.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);

        // Then
        for (String party : LogEntries.PARTIES) {
            assertSees(random, party(party), written, row -> row.parties().contains(party));
        }
        assertSees(random, party("91440703MA0000009X"), written, row -> false);
        assertSees(
                random, staff("UNIT_CLERK"), written, row -> inDistrict(row) && row.audience() != Audience.RESTRICTED);
        assertSees(random, staff("SUPERVISOR"), written, PartiesSeeTheirRowsTest::inDistrict);
    }

    private static List<LogEntry> write(Random random) throws SQLException {
        List<LogEntry> written = new ArrayList<>();
        try (Connection connection = log.connect()) {
            connection.setAutoCommit(false);
            while (written.size() < ROWS) {
                for (int i = random.nextInt(5); i >= 0; i--) {
                    boolean before = random.nextInt(3) == 0;
                    LogEntry row = LogEntries.random(random, before ? 1 : LogEntry.FORM);
                    if (before) {
                        LogEntries.insertOfForm1(connection, row);
                    } else {
                        LogEntries.insert(connection, row);
                    }
                    written.add(row);
                }
                connection.commit();
            }
        }
        return written;
    }

    private record Shown(UUID id, String data) {}

    private static void assertSees(Random random, Caller caller, List<LogEntry> written, Predicate<LogEntry> sees) {
        boolean party = caller.claim("enterprise").isPresent();
        List<Shown> expected = written.stream()
                .filter(sees)
                .map(row -> new Shown(row.id(), party && row.partyData() != null ? row.partyData() : row.data()))
                .toList();
        for (int size : List.of(1, 1 + random.nextInt(20), 200)) {
            List<Shown> seen = new ArrayList<>();
            List<FeedCursor> cursors = new ArrayList<>(List.of(FeedCursor.BEGINNING));
            List<Integer> seenBefore = new ArrayList<>(List.of(0));
            ChangeFeed.Walk walk;
            do {
                walk = feed.read(caller, Set.of(), resumed(cursors.getLast()), size);
                for (Change change : walk.changes()) {
                    seen.add(new Shown(change.id(), change.data()));
                    if (party) {
                        assertNull(change.actor());
                    }
                }
                cursors.add(walk.next());
                seenBefore.add(seen.size());
            } while (walk.more());
            assertSame(expected, seen, caller + " in pages of " + size);

            int somewhere = random.nextInt(cursors.size());
            List<UUID> rest = all(caller, cursors.get(somewhere));
            assertSame(
                    expected.subList(seenBefore.get(somewhere), expected.size()).stream()
                            .map(Shown::id)
                            .toList(),
                    rest,
                    caller + " from a cursor in the middle");
        }
    }

    /** Names the first row that differs, and not thousands. */
    private static <T> void assertSame(List<T> expected, List<T> seen, String who) {
        for (int i = 0; i < Math.min(expected.size(), seen.size()); i++) {
            assertEquals(expected.get(i), seen.get(i), who + ", row " + i);
        }
        assertEquals(expected.size(), seen.size(), who);
    }

    /** As a client keeps it. */
    private static FeedCursor resumed(FeedCursor cursor) {
        return FeedCursor.open(CURSORS, cursor.seal(CURSORS, Set.of()), Set.of());
    }

    private static List<UUID> all(Caller caller, FeedCursor from) {
        List<UUID> ids = new ArrayList<>();
        ChangeFeed.Walk walk;
        do {
            walk = feed.read(caller, Set.of(), from, 200);
            walk.changes().forEach(change -> ids.add(change.id()));
            from = walk.next();
        } while (walk.more());
        return ids;
    }

    private static boolean inDistrict(LogEntry row) {
        return row.division().equals("440703");
    }

    private static Caller staff(String role) {
        return new Caller("someone", Set.of(role), Optional.of(DivisionCode.parse("440703")), Map.of());
    }

    private static Caller party(String code) {
        return new Caller("enterprise", Set.of("ENTERPRISE"), Optional.empty(), Map.of("enterprise", List.of(code)));
    }
}
