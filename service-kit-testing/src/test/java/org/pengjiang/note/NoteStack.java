package org.pengjiang.note;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.testing.TestIssuer;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/** Real PostgreSQL and a key set of its own for the notes service. */
public class NoteStack implements QuarkusTestResourceLifecycleManager {
    private PostgresServer postgres;
    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        postgres = PostgresServer.start(PostgresOptions.forTests("note"));
        issuer = TestIssuer.start();
        ServiceDatabase database = postgres.database("note");
        Map<String, String> configuration = new HashMap<>(issuer.configuration());
        configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        configuration.put("quarkus.datasource.username", database.app().user());
        configuration.put("quarkus.datasource.password", database.app().password());
        configuration.put("quarkus.flyway.username", database.owner().user());
        configuration.put("quarkus.flyway.password", database.owner().password());
        System.setProperty("note.url", database.jdbcUrl());
        System.setProperty("note.administrator", postgres.administrator().user());
        System.setProperty(
                "note.administrator.password", postgres.administrator().password());
        return configuration;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** A superuser's connection: for what only a test may do. */
    static Connection administer() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("note.url"),
                System.getProperty("note.administrator"),
                System.getProperty("note.administrator.password"));
    }

    @Override
    public void stop() {
        postgres.close();
        issuer.close();
    }
}
