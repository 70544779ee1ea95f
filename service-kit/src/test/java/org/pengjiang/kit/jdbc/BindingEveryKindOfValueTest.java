package org.pengjiang.kit.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

class BindingEveryKindOfValueTest {
    private static final UUID ID = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10");
    private static PostgresServer server;
    private static LogDatabase log;
    private static AgroalDataSource pool;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(PostgresOptions.forTests("kit"));
        log = LogDatabase.migrated(server);
        pool = log.pool();
    }

    @AfterAll
    static void stop() {
        pool.close();
        server.close();
    }

    /** Is bound as its name, whatever it is shown as. */
    private enum Sign {
        PLUS;

        @Override
        public String toString() {
            return "+";
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("text", "江海路", "江海路"),
                Arguments.of("bigint", 7L, "7"),
                Arguments.of("numeric", new BigDecimal("1.20"), "1.20"),
                Arguments.of("boolean", true, "true"),
                Arguments.of("uuid", ID, ID.toString()),
                Arguments.of("date", LocalDate.parse("2026-03-05"), "2026-03-05"),
                Arguments.of("timestamptz", Instant.parse("2026-03-05T00:30:00Z"), "2026-03-05 00:30:00+00"),
                Arguments.of("text", TimeUnit.DAYS, "DAYS"),
                Arguments.of("bytea", new byte[] {1, -1}, "\\x01ff"),
                Arguments.of("text", Optional.of("a"), "a"),
                Arguments.of("text[]", List.of("a,b", "\""), "{\"a,b\",\"\\\"\"}"),
                Arguments.of("text[]", List.of(TimeUnit.DAYS), "{DAYS}"),
                Arguments.of("uuid[]", Set.of(ID), "{" + ID + "}"),
                Arguments.of("uuid[]", new UUID[] {ID}, "{" + ID + "}"),
                Arguments.of("bigint[]", List.of(7L), "{7}"),
                Arguments.of("integer[]", List.of(7), "{7}"),
                Arguments.of("date[]", List.of(LocalDate.parse("2026-03-05")), "{2026-03-05}"),
                Arguments.of("text[]", List.of(Sign.PLUS), "{PLUS}"),
                Arguments.of("numeric[]", List.of(new BigDecimal("1.20")), "{1.20}"),
                Arguments.of("boolean[]", List.of(true, false), "{t,f}"),
                Arguments.of(
                        "timestamptz[]",
                        List.of(Instant.parse("2026-03-05T00:30:00.123456Z")),
                        "{\"2026-03-05 00:30:00.123456+00\"}"),
                Arguments.of("bigint[]", Arrays.asList(null, 7L), "{NULL,7}"),
                Arguments.of("uuid[]", Arrays.asList(null, null), "{NULL,NULL}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueArrivesAsItsType(String type, Object value, String shown) {
        assertEquals(
                List.of(shown),
                jdbc().list("SELECT (x::" + type + ")::text FROM (SELECT ? AS x) v", row -> row.getString(1), value));
    }

    @Test
    void whatIsNullOrEmptyIsNull() {
        for (Object nothing : Arrays.asList(null, Optional.empty())) {
            assertTrue(jdbc().exists("SELECT 1 WHERE (?::text) IS NULL", nothing));
        }
    }

    /** Of what type an empty collection would be, only the server can tell. */
    @Test
    void anEmptyCollectionFitsAnArrayOfEveryType() {
        for (String type : List.of("uuid", "text", "bigint", "date")) {
            assertFalse(jdbc().exists("SELECT 1 FROM (SELECT NULL::" + type + " AS x) v WHERE x = ANY (?)", List.of()));
            assertTrue(jdbc().exists("SELECT 1 FROM (SELECT NULL::" + type + " AS x) v WHERE x <> ALL (?)", List.of()));
        }
    }

    @Test
    void anArrayOfWhatHasNoTypeIsRefused() {
        for (List<?> many : List.of(List.of(Duration.ofDays(1)), List.of(List.of("a")), List.of("a", 7L))) {
            assertThrows(IllegalArgumentException.class, () -> jdbc().exists("SELECT 1 WHERE ? IS NULL", many));
        }
    }

    @Test
    void anArrayIsReadEvenWhereAnElementIsNull() {
        assertEquals(
                Optional.of(Arrays.asList("a", null)),
                jdbc().first("SELECT ARRAY['a', NULL] AS x", row -> Jdbc.texts(row, "x")));
        assertEquals(Optional.of(List.of()), jdbc().first("SELECT NULL::text[] AS x", row -> Jdbc.texts(row, "x")));
    }

    @Test
    void aBatchRunsForEachRowAndForNoneNotAtAll() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                log.database().jdbcUrl(),
                log.database().owner().user(),
                log.database().owner().password())) {
            // Given
            Jdbc jdbc = Jdbc.on(connection);
            jdbc.update("CREATE TEMP TABLE batch (id uuid, name text)");

            // When
            int[] none = jdbc.batch("INSERT INTO batch VALUES (?, ?)", List.of());
            int[] two = jdbc.batch(
                    "INSERT INTO batch VALUES (?, ?)", List.of(new Object[] {ID, "a"}, new Object[] {ID, null}));

            // Then
            assertEquals(0, none.length);
            assertArrayEquals(new int[] {1, 1}, two);
            assertEquals(Optional.of("a"), jdbc.first("SELECT name FROM batch ORDER BY name", row -> row.getString(1)));
            assertEquals(
                    Optional.empty(), jdbc.first("SELECT name FROM batch WHERE name IS NULL", row -> row.getString(1)));
            assertFalse(connection.isClosed(), "it belongs to whoever gave it");
        }
    }

    @Test
    void aFailureNamesTheStatementAndNeverAValue() {
        // When
        StatementFailed failed = assertThrows(
                StatementFailed.class, () -> jdbc().update("DELETE\n  FROM nowhere WHERE id = ?", "secret"));

        // Then
        assertEquals("DELETE FROM nowhere WHERE id = ?", failed.getMessage());
        assertEquals("42P01", ((SQLException) failed.getCause()).getSQLState());
    }

    private static Jdbc jdbc() {
        return Jdbc.of(pool);
    }
}
