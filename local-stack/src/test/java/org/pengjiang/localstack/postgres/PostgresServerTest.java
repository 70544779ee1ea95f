package org.pengjiang.localstack.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.localstack.StackFailure;

class PostgresServerTest {

    private static PostgresServer server;
    private static ServiceDatabase project;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresOptions.forTests("project", "team"));
        project = server.database("project");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ownerMakesTablesAndGrantsThemToTheApp() throws SQLException {
        // Given
        try (Connection owner = connect(project.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE granted (id int)");
            statement.execute("GRANT SELECT, INSERT ON granted TO project_app");
        }

        // When
        try (Connection app = connect(project.app());
                Statement statement = app.createStatement()) {
            statement.execute("INSERT INTO granted VALUES (1)");

            // Then
            assertEquals("1", first(statement, "SELECT count(*) FROM granted"));
        }
    }

    @Test
    void appChangesNoSchema() throws SQLException {
        // Given
        try (Connection app = connect(project.app());
                Statement statement = app.createStatement()) {

            // When
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE x (id int)"));

            // Then
            assertEquals("42501", refused.getSQLState());
            assertThrows(SQLException.class, () -> statement.execute("CREATE TEMP TABLE x (id int)"));
        }
    }

    @Test
    void theServersOwnLogTellsNoRowThatItRefuses() throws SQLException, IOException {
        // Given
        try (Connection owner = connect(project.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE refusing (name text, size int CONSTRAINT refusing_size CHECK (size > 0))");

            // When
            SQLException refused;
            try (PreparedStatement insert = owner.prepareStatement("INSERT INTO refusing VALUES (?, ?)")) {
                insert.setString(1, "a-name-for-nobody-else");
                insert.setInt(2, -1);
                refused = assertThrows(SQLException.class, insert::execute);
            }

            // Then
            assertTrue(refused.getMessage().contains("a-name-for-nobody-else"), refused.getMessage());
            String log = Files.readString(server.log());
            assertTrue(log.contains("refusing_size"), log);
            assertFalse(log.contains("a-name-for-nobody-else"), log);
        }
    }

    @Test
    void noServiceReachesTheDatabaseOfAnother() {
        // Given
        String foreign = server.database("team").jdbcUrl();

        // When
        SQLException refused = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(
                        foreign, project.app().user(), project.app().password()));

        // Then
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void aWrongPasswordIsRefused() {
        // Given
        String url = project.jdbcUrl();

        // When
        SQLException refused =
                assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "project_app", "guess"));

        // Then
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void writingRolesCarryTheirLimits() throws SQLException {
        // Given
        try (Connection app = connect(project.app());
                Statement statement = app.createStatement()) {

            // When
            String transaction = first(statement, "SHOW transaction_timeout");

            // Then
            assertEquals("30s", transaction);
            assertEquals("15s", first(statement, "SHOW statement_timeout"));
            assertEquals("5s", first(statement, "SHOW lock_timeout"));
            assertEquals("10s", first(statement, "SHOW idle_in_transaction_session_timeout"));
            assertEquals("0", first(statement, "SHOW max_prepared_transactions"));
            assertEquals("on", first(statement, "SHOW fsync"));
            assertEquals("UTF8", first(statement, "SHOW server_encoding"));
            assertEquals("C.UTF-8", first(statement, "SELECT datcollate FROM pg_database WHERE datname = 'project'"));
        }
    }

    @Test
    void aKilledServerComesBackWithWhatWasCommitted() throws SQLException {
        // Given
        try (Connection owner = connect(project.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS id");
        }

        // When
        server.kill();
        boolean aliveAfterKill = server.process().isAlive();
        server.restart();

        // Then
        assertFalse(aliveAfterKill);
        try (Connection owner = connect(project.owner());
                Statement statement = owner.createStatement()) {
            assertEquals("1000", first(statement, "SELECT count(*) FROM kept"));
        }
    }

    @Test
    void aFrozenServerAnswersAgainWhenThawed() throws SQLException {
        // Given
        server.freeze();
        String impatient = project.jdbcUrl() + "?connectTimeout=1&loginTimeout=1&socketTimeout=1";

        // When
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(
                        impatient, project.app().user(), project.app().password()));
        server.thaw();

        // Then
        try (Connection app = connect(project.app())) {
            assertTrue(app.isValid(2));
        }
    }

    @Test
    void aTakenPortIsNamed() {
        // Given
        PostgresOptions second = new PostgresOptions(
                null,
                server.port(),
                java.util.List.of(),
                PostgresOptions.forTests().cache(),
                20);

        // When
        StackFailure refused = assertThrows(StackFailure.class, () -> PostgresServer.start(second));

        // Then
        assertTrue(refused.getMessage()
                .startsWith("Port " + server.port() + " for PostgreSQL is taken by another program (process "));
    }

    private static Connection connect(ServiceDatabase.Account account) throws SQLException {
        return DriverManager.getConnection(project.jdbcUrl(), account.user(), account.password());
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
