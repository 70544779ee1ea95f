package org.pengjiang.kit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.kafka.MessageSize;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingEvent.Confided;
import org.pengjiang.kit.things.ThingEvent.Noted;
import org.pengjiang.kit.things.ThingEvent.Shared;
import org.pengjiang.kit.things.ThingEvent.Suspected;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class AppendingToTheLogTest {
    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Inject
    DataKeys keys;

    @Test
    void aChangeStandsInTheLogAndReachesAConsumer() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // When
        use.count(thing, 3);
        use.note(thing, "stays here", Map.of());
        use.count(thing, 4);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> number("SELECT total FROM thing_seen WHERE subject = ?", thing) == 7);
        assertEquals(4, number("SELECT log_version FROM thing WHERE id = ?", thing));
        assertEquals(3, number("SELECT published_version FROM thing WHERE id = ?", thing));
        assertEquals(
                List.of("1:1", "2:2", "3:-", "4:3"),
                texts(
                        "SELECT subject_version || ':' || coalesce(published_version::text, '-') FROM event_log"
                                + " WHERE subject = ? ORDER BY pos, seq",
                        thing));
    }

    @Test
    void aNewAggregateIsWrittenOnce() {
        // When
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // Then
        assertEquals(0, number("SELECT version FROM thing WHERE id = ?", thing), "inserted, and updated by nothing");
        assertEquals(1, number("SELECT log_version FROM thing WHERE id = ?", thing));
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM event_log l JOIN thing t ON t.id = l.subject AND t.last_hash = l.hash"
                                + " WHERE t.id = ?",
                        thing));
    }

    @Test
    void whatIsLoggedAndNeverAddedIsRefusedWithItsRow() {
        // Given
        UUID[] made = new UUID[1];

        // When
        assertThrows(RuntimeException.class, () -> use.makeAndForget(made));

        // Then
        assertEquals(0, number("SELECT count(*) FROM event_log WHERE subject = ?", made[0]));
    }

    @Test
    void sizeIsCountedInBytesAsKafkaCounts() {
        // Given: the same number of characters, three bytes each in one of the two
        int characters = MessageSize.LARGEST_DATA / 2;

        // When
        UUID latin = use.make(UseThings.DISTRICT, "x".repeat(characters));
        DomainException refused =
                assertThrows(DomainException.class, () -> use.make(UseThings.DISTRICT, "字".repeat(characters)));

        // Then
        assertEquals(KitProblem.BODY_TOO_LARGE, refused.code());
        assertEquals(1, number("SELECT count(*) FROM event_log WHERE subject = ?", latin));

        // and the largest that is taken arrives
        UUID largest =
                use.make(UseThings.DISTRICT, "字".repeat((MessageSize.LARGEST_DATA - "{'name':''}".length()) / 3));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> number("""
                        SELECT count(*) FROM event_log e, log_cursor c WHERE e.subject = ? AND (e.pos, e.seq) <= (c.pos, c.seq)""", largest) == 1);
        assertEquals(0, number("SELECT count(*) FROM refused_event WHERE subject = ?", largest));
    }

    @Test
    void aChangeThatFailsLeavesNothing() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // When
        assertThrows(IllegalStateException.class, () -> use.countAndFail(thing));

        // Then
        assertEquals(1, number("SELECT count(*) FROM event_log WHERE subject = ?", thing));
        assertEquals(1, number("SELECT log_version FROM thing WHERE id = ?", thing));
    }

    @Test
    void whoListensIsAskedForOnceAndToldOfEveryRow() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        int made = ListensToTheLog.MADE.get();

        // When
        use.count(thing, 1);
        use.count(thing, 2);

        // Then
        assertEquals(made, ListensToTheLog.MADE.get(), "one more for each row");
        assertEquals(
                List.of("kit.thing-made.v1 1", "kit.thing-counted.v1 2", "kit.thing-counted.v1 3"),
                ListensToTheLog.HEARD.get(thing));
    }

    @Test
    void whatIsPrivateIsSealed() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // When
        use.note(thing, "called", Map.of("phone", "+8613800000000"));

        // Then
        String stored = texts(
                        "SELECT encode(private_data, 'hex') || ' ' || id FROM event_log"
                                + " WHERE subject = ? AND private_data IS NOT NULL",
                        thing)
                .getFirst();
        UUID id = UUID.fromString(stored.split(" ")[1]);
        byte[] sealed = HexFormat.of().parseHex(stored.split(" ")[0]);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("13800000000"));
        assertEquals(
                "{\"phone\":\"+8613800000000\"}",
                new String(
                        keys.open(keys.withKey(sealed), JdbcEventLog.privateDataContext(id))
                                .orElseThrow(),
                        StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_log SET actor = 'somebody else'",
                "DELETE FROM event_log",
                "TRUNCATE event_log",
                "INSERT INTO event_log (pos) VALUES (1)",
                "INSERT INTO event_log (seq) OVERRIDING SYSTEM VALUE VALUES (1)",
                "ALTER TABLE event_log DISABLE TRIGGER ALL",
                "DROP TABLE event_log",
                "INSERT INTO event_log_party (party, pos, seq) VALUES ('91440703MA4UKQ1T2X', 1, 1)",
                "UPDATE event_log_party SET party = '91440703MA4UKQ1T2X'",
                "DELETE FROM event_log_party",
                "TRUNCATE event_log_party"
            })
    void theServiceItselfCannotChangeTheLog(String statementText) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // When
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(statementText));

            // Then
            assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_log SET actor = 'somebody else'",
                "DELETE FROM event_log",
                "TRUNCATE event_log",
                "UPDATE event_log_party SET party = '91440703MA4UKQ1T2X'",
                "DELETE FROM event_log_party",
                "TRUNCATE event_log_party"
            })
    void notEvenTheOwnerChangesARow(String statementText) throws SQLException {
        // Given
        UUID lamp = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(List.of("91440703MA00000077"), lamp, new Noted("for one"));
        try (Connection connection = Tables.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE kit_owner");

            // When
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(statementText));

            // Then
            assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
        }
    }

    @Test
    void noTemporaryTableStandsInForTheIndexOfParties() throws SQLException {
        // Given: a database that lets the service create such tables, which ours do not
        LogEntry row = LogEntries.with(
                LogEntries.random(new Random(1), LogEntry.FORM), List.of("91440703MA00000077"), null, null);
        Tables.tamper("GRANT TEMP ON DATABASE kit TO kit_app");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE event_log_party (party text, pos bigint, seq bigint) ON COMMIT DROP");
            statement.execute("GRANT INSERT ON event_log_party TO PUBLIC");

            // When
            LogEntries.insert(connection, row);
            connection.commit();
            statement.execute("CREATE TEMP TABLE mine (party text) ON COMMIT DROP");
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> statement.execute("CREATE TRIGGER mine AFTER INSERT ON mine"
                            + " FOR EACH ROW EXECUTE FUNCTION event_log_index_parties()"));
            connection.rollback();

            // Then
            assertEquals("42501", refusal.getSQLState(), "the trigger's function runs as the owner");
        } finally {
            Tables.tamper("REVOKE TEMP ON DATABASE kit FROM kit_app");
        }
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM event_log_party p JOIN event_log l USING (pos, seq) WHERE l.id = ?",
                        row.id()));
        Tables.tamper("DELETE FROM event_log WHERE id = '" + row.id() + "'");
    }

    @Test
    void whoMaySeeARowIsSaidOnce() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // When
        use.appendFor(List.of("B", "A", "B"), thing, new Noted("for two"));
        use.appendFor(List.of(), thing, new Confided("for nobody but those involved"));
        use.appendWithoutParty(thing, new Shared("with no party"));
        use.appendRestricted(List.of("A"), thing, new Noted("of what is confidential"));

        // Then
        assertEquals(
                List.of("PARTY {A,B}", "RESTRICTED {}", "DIVISION {}", "RESTRICTED {A}"),
                texts(
                        "SELECT audience || ' ' || parties::text FROM event_log WHERE subject = ? AND subject_version > 1"
                                + " ORDER BY subject_version",
                        thing));
        assertThrows(IllegalArgumentException.class, () -> use.appendFor(List.of(), thing, new Noted("for whom?")));
        assertThrows(IllegalArgumentException.class, () -> use.append(thing, new Shared("with whom?")));
        assertThrows(IllegalArgumentException.class, () -> use.appendFor(List.of("A"), thing, new Suspected("of A")));
        assertEquals(5, number("SELECT count(*) FROM event_log WHERE subject = ?", thing));
    }
}
