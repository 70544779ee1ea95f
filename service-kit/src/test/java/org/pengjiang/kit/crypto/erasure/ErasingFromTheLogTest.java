package org.pengjiang.kit.crypto.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.log.LogEntry;
import org.pengjiang.kit.log.LogRows;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.UseThings;

/** What the log keeps private of a subject is gone after its erasure, and the log proves all the same that nothing was changed. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ErasingFromTheLogTest {
    @Inject
    UseThings use;

    @Inject
    DataKeys keys;

    @Inject
    DataSource database;

    @Test
    void theChainIsWholeAndWhatWasPrivateIsUnreadable() throws SQLException {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.note(thing, "called", Map.of("phone", "+8613800000000"));
        String bytes = privateData(thing);
        assertEquals("{\"phone\":\"+8613800000000\"}", opened(thing));

        // When
        use.erase(thing, "asked for");

        // Then
        assertEquals("erased", opened(thing));
        assertEquals(bytes, privateData(thing), "the row itself stays as it was hashed");
        use.note(thing, "called again", Map.of());
        assertEquals(List.of(), brokenLinks(thing));
        assertEquals(4, number("SELECT count(*) FROM event_log WHERE subject = ?", thing));
    }

    @Test
    void rowsOfTheReleaseBeforeStayReadableInAWholeChain() throws SQLException {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.note(thing, "called", Map.of("phone", "+8613800000000"));
        asTheReleaseBeforeWroteIt(thing);

        // When
        use.note(thing, "called again", Map.of("phone", "+8613800000002"));

        // Then
        assertEquals(List.of(), brokenLinks(thing));
        assertEquals("{\"phone\":\"+8613800000000\"}", opened(thing));
        // the tests of the rotation count what lies under the ring
        Tables.tamper("DELETE FROM event_log WHERE subject = '" + thing + "'");
        Tables.tamper("DELETE FROM thing WHERE id = '" + thing + "'");
    }

    @Test
    void keysThatComeBackFromABackUpAreDestroyedAgain() throws SQLException {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        UUID other = use.make(UseThings.DISTRICT, "chair");
        use.note(thing, "called", Map.of("phone", "+8613800000000"));
        use.note(other, "called", Map.of("phone", "+8613800000001"));
        Tables.tamper("CREATE TABLE IF NOT EXISTS data_key_backup AS TABLE data_key WITH NO DATA");
        Tables.tamper("INSERT INTO data_key_backup SELECT * FROM data_key");
        UUID destroyed = use.erase(thing, "asked for").getFirst();
        use.note(thing, "called again", Map.of("phone", "+8613800000002"));

        // When
        Tables.tamper("DELETE FROM data_key WHERE id IN (SELECT id FROM data_key_backup)");
        // the newer key of the same owner came after the copy
        Tables.tamper("DELETE FROM data_key WHERE owner = 'thing/" + thing + "'");
        Tables.tamper("INSERT INTO data_key SELECT * FROM data_key_backup");
        Tables.tamper("DROP TABLE data_key_backup");
        assertEquals("{\"phone\":\"+8613800000000\"}", opened(thing), "the copy alone brings it back");
        new RepeatErasures(database, keys, List.of(), () -> Period.OFF).round();

        // Then
        assertEquals("erased", opened(thing));
        assertEquals("{\"phone\":\"+8613800000001\"}", opened(other));
        assertEquals(
                List.of("asked for"),
                texts("SELECT reason FROM data_key WHERE id = ? AND key_sealed IS NULL", destroyed));
    }

    @Test
    void aRepeatedErasureLeavesANewerKeyAlone() throws SQLException {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.note(thing, "called", Map.of("phone", "+8613800000000"));
        use.erase(thing, "asked for");
        use.note(thing, "called again", Map.of("phone", "+8613800000002"));

        // When
        new RepeatErasures(database, keys, List.of(), () -> Period.OFF).round();

        // Then
        assertEquals(
                1,
                number("SELECT count(*) FROM data_key WHERE owner = ? AND key_sealed IS NOT NULL", "thing/" + thing));
    }

    @Test
    void itsIndexFindsErasuresWithoutReadingTheLog() {
        List<String> plan = texts("EXPLAIN " + RepeatErasures.DESTROY);

        assertTrue(plan.stream().anyMatch(line -> line.contains("event_log_erasures")), String.join("\n", plan));
    }

    /** Its last row, under the ring and in the first format, hashed as it would have been. */
    private void asTheReleaseBeforeWroteIt(UUID thing) throws SQLException {
        byte[] key = "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);
        try (Connection connection = Tables.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            String last = " FROM event_log WHERE subject = '" + thing + "' ORDER BY seq DESC LIMIT 1";
            String id = texts("SELECT id::text" + last).getFirst();
            byte[] sealed = new Encryptor(Map.of("k1", key), key, true)
                    .seal(opened(thing).getBytes(StandardCharsets.UTF_8), context(id));
            statement.execute("UPDATE event_log SET private_data = '" + hex(sealed) + "' WHERE id = '" + id + "'");
            try (ResultSet row = statement.executeQuery("SELECT " + LogRows.COLUMNS + last)) {
                row.next();
                String hash = hex(LogRows.read(row).hash());
                statement.execute("UPDATE event_log SET hash = '" + hash + "' WHERE id = '" + id + "'");
                statement.execute("UPDATE thing SET last_hash = '" + hash + "' WHERE id = '" + thing + "'");
            }
        }
        assertEquals(
                "1",
                texts(
                                "SELECT get_byte(private_data, 0)::text FROM event_log WHERE subject = ?"
                                        + " AND private_data IS NOT NULL",
                                thing)
                        .getFirst());
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] context(String id) {
        return ("event_log/" + id + "/private_data").getBytes(StandardCharsets.UTF_8);
    }

    /** As the audit reads it. */
    private static List<Long> brokenLinks(UUID thing) throws SQLException {
        List<Long> broken = new ArrayList<>();
        try (Connection connection = Tables.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + LogRows.COLUMNS + " FROM event_log WHERE subject = '"
                        + thing + "' ORDER BY subject_version")) {
            byte[] previous = null;
            while (row.next()) {
                LogEntry entry = LogRows.read(row);
                byte[] hash = row.getBytes("hash");
                if (!Arrays.equals(entry.hash(), hash) || !entry.continues(previous)) {
                    broken.add(entry.subjectVersion());
                }
                previous = hash;
            }
        }
        return broken;
    }

    private String opened(UUID thing) {
        String id = texts(
                        "SELECT id::text FROM event_log WHERE subject = ? AND private_data IS NOT NULL ORDER BY seq",
                        thing)
                .getFirst();
        return keys.open(keys.withKey(HexFormat.of().parseHex(privateData(thing))), context(id))
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("erased");
    }

    private static String privateData(UUID thing) {
        return texts(
                        "SELECT encode(private_data, 'hex') FROM event_log WHERE subject = ? AND private_data IS NOT NULL"
                                + " ORDER BY seq",
                        thing)
                .getFirst();
    }
}
