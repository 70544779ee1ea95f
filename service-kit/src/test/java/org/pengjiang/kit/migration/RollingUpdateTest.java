package org.pengjiang.kit.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

/** Replicas of two releases work on one schema while they are exchanged one by one. */
class RollingUpdateTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static PostgresServer postgres;

    @TempDir
    Path releaseBefore;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(PostgresOptions.forTests("kit"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Test
    void theReleaseBeforeStartsOnTheNewSchema() throws Exception {
        // Given
        configuration("classpath:db/kit", "classpath:db/migration").load().migrate();
        for (String folder : List.of("src/main/resources/db/kit", "src/test/resources/db/migration")) {
            copyAllButTheLast(Path.of(folder));
        }

        // When
        FluentConfiguration before = configuration("filesystem:" + releaseBefore);

        // Then
        assertThrows(FlywayValidateException.class, () -> before.load().migrate());
        before.ignoreMigrationPatterns(shipped("quarkus.flyway.ignore-migration-patterns"))
                .load()
                .migrate();
    }

    @Test
    void amidARotationTheKeyThatTookOverIsTheYounger() throws SQLException {
        // Given
        configuration("classpath:db/kit", "classpath:db/migration")
                .target("0.096")
                .load()
                .migrate();
        execute("""
                INSERT INTO sealed_column (table_name, column_name, walk_key, walk_began, counted_key, counted_rows, counted_at)
                VALUES ('thing', 'a_sealed', NULL, '2026-09-02 10:00Z', 'k2', '{"k2": 3}', '2026-09-02 10:05Z'),
                       ('thing', 'b_sealed', 'k2', '2026-09-02 10:05Z', 'k1', '{"k0": 1, "k1": 2}', '2026-09-01 11:00Z')""");

        // When
        configuration("classpath:db/kit", "classpath:db/migration").load().migrate();

        // Then
        assertEquals(
                List.of("k0", "k1", "k2"), texts("SELECT key_id FROM encryption_key ORDER BY first_used, key_id DESC"));
    }

    private void copyAllButTheLast(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> migrations = files.sorted().toList();
            for (Path migration : migrations.subList(0, migrations.size() - 1)) {
                Files.copy(migration, releaseBefore.resolve(migration.getFileName()));
            }
        }
    }

    private static FluentConfiguration configuration(String... locations) {
        var database = postgres.database("kit");
        return Flyway.configure(RollingUpdateTest.class.getClassLoader())
                .dataSource(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password())
                .locations(locations)
                .outOfOrder(true)
                .placeholders(Map.of("app", database.app().user()));
    }

    private static String[] shipped(String key) throws IOException {
        Properties properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(RESOURCES.resolve("META-INF").resolve("microprofile-config.properties"))) {
            properties.load(file);
        }
        return properties.getProperty(key).split(",");
    }

    private static Connection connect() throws SQLException {
        var database = postgres.database("kit");
        return DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password());
    }

    private static void execute(String... commands) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
