package org.pengjiang.kit.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** What holds on a day is read once, and never before it is final. */
class SettingsInForceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DISTRICT = "440703";
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final SettingDefinition LIMIT = SettingDefinition.of(
            "limit",
            "上限",
            "limit",
            ValueSchema.members().with("most", ValueSchema.whole(1, 100, "pieces 件")),
            "{\"most\":1}",
            "shipped");

    private static PostgresServer postgres;

    private final Queries database = new Queries();
    private Instant now = at("2026-11-20T10:00:00+08:00");
    private StoredSettings stored;
    private Settings settings;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(PostgresOptions.forTests("kit"));
        ServiceDatabase kit = postgres.database("kit");
        Flyway.configure(SettingsInForceTest.class.getClassLoader())
                .dataSource(kit.jdbcUrl(), kit.owner().user(), kit.owner().password())
                .locations("classpath:db/kit")
                .placeholders(Map.of("app", kit.app().user()))
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void decided() throws SQLException {
        ServiceDatabase kit = postgres.database("kit");
        database.setUrl(kit.jdbcUrl());
        database.setUser(kit.app().user());
        database.setPassword(kit.app().password());
        try (Connection owner = DriverManager.getConnection(
                        kit.jdbcUrl(), kit.owner().user(), kit.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("DELETE FROM division_setting_version");
            statement.execute("DELETE FROM division_setting");
            statement.execute(
                    "INSERT INTO division_setting (id, version, log_version, published_version, division, district,"
                            + " name, latest_number) VALUES ('" + ID + "', 0, 0, 0, '440703', '440703', 'limit', 1)");
        }
        stored = new StoredSettings(database, new ObjectMapper());
        settings = new Settings(stored, clock());
    }

    @Test
    void eachDayHasTheVersionOfThen() throws Exception {
        // Given
        decide(2, "2026-03-01", 20);
        decide(3, "2026-11-20", 30);
        decide(4, "2027-01-01", 40);

        // When, Then
        assertEquals(1, on("2026-02-28"));
        assertEquals(1, on("1999-12-31"));
        assertEquals(20, on("2026-03-01"));
        assertEquals(20, on("2026-11-19"));
        assertEquals(30, on("2026-11-20"));
        assertEquals(30, on("2026-12-31"));
        assertEquals(40, on("2027-01-01"));
        assertEquals(
                1,
                settings.at("440704", LIMIT, LocalDate.of(2026, 11, 20))
                        .value()
                        .path("most")
                        .asInt());
    }

    @Test
    void tenThousandQuestionsAboutDaysThatHaveComeAreOneQuery() throws Exception {
        // Given
        decide(2, "2026-03-01", 20);
        SettingVersion first = settings.at(DISTRICT, LIMIT, LocalDate.of(2026, 11, 20));
        int before = database.count.get();

        // When
        for (int i = 0; i < 10_000; i++) {
            assertSame(
                    first,
                    settings.at(DISTRICT, LIMIT, LocalDate.of(2026, 11, 20).minusDays(i % 200)));
        }

        // Then
        assertEquals(before, database.count.get());
    }

    @Test
    void aDayThatHasNotComeIsAskedForAnew() throws Exception {
        // Given
        assertEquals(1, on("2026-11-21"));

        // When
        decide(2, "2026-11-21", 20);

        // Then
        assertEquals(20, on("2026-11-21"));
        now = at("2026-11-21T10:00:00+08:00");
        assertEquals(20, on("2026-11-21"));
    }

    @Test
    void aChangeMadeBeforeMidnightAndCommittedAfterItIsSeen() throws Exception {
        // Given
        now = at("2026-11-21T00:00:00.100+08:00");
        assertEquals(1, on("2026-11-21"));

        // When
        decide(2, "2026-11-21", 20);

        // Then
        assertEquals(20, on("2026-11-21"));
        assertEquals(1, on("2026-11-20"));
    }

    private int on(String day) {
        return settings.at(DISTRICT, LIMIT, LocalDate.parse(day))
                .value()
                .path("most")
                .asInt();
    }

    private void decide(int number, String from, int most) throws JsonProcessingException {
        stored.add(
                ID,
                new SettingVersion(
                        "limit",
                        number,
                        LocalDate.parse(from),
                        new ObjectMapper().readTree("{\"most\":" + most + "}"),
                        false,
                        "decided"));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZONE);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    /** Counts the connections that are asked for: each is one query. */
    private static final class Queries extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            count.incrementAndGet();
            return super.getConnection();
        }
    }
}
