package org.pengjiang.note;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.testing.FilesOfTests;
import org.pengjiang.kit.testing.TestIssuer;
import org.pengjiang.localstack.SharedServers;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/** Real PostgreSQL, the same one for every application of this test run, and a key set of its own for the notes service. */
public class NoteStack implements QuarkusTestResourceLifecycleManager {
    private static final String ADMINISTRATOR = "administrator";
    private static final String ADMINISTRATOR_PASSWORD = "administrator.password";

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(database());
        System.setProperty("note.url", configuration.get("quarkus.datasource.jdbc.url"));
        System.setProperty("note.administrator", configuration.remove(ADMINISTRATOR));
        System.setProperty("note.administrator.password", configuration.remove(ADMINISTRATOR_PASSWORD));
        configuration.putAll(TestIssuer.settings());
        return configuration;
    }

    Map<String, String> database() {
        return SharedServers.settings("note", () -> settingsOf(PostgresServer.start(PostgresOptions.forTests("note"))));
    }

    static Map<String, String> settingsOf(PostgresServer postgres) {
        ServiceDatabase database = postgres.database("note");
        return Map.of(
                "suite.files.folder",
                FilesOfTests.emptied(),
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.app().user(),
                "quarkus.datasource.password",
                database.app().password(),
                "quarkus.flyway.username",
                database.owner().user(),
                "quarkus.flyway.password",
                database.owner().password(),
                ADMINISTRATOR,
                postgres.administrator().user(),
                ADMINISTRATOR_PASSWORD,
                postgres.administrator().password());
    }

    /** A superuser's connection: for what only a test may do. */
    static Connection administer() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("note.url"),
                System.getProperty("note.administrator"),
                System.getProperty("note.administrator.password"));
    }

    /** The servers go on for the next application. */
    @Override
    public void stop() {}
}
