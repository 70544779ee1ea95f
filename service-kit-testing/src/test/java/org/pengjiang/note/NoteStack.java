package org.pengjiang.note;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
        return configuration;
    }

    PostgresServer postgres() {
        return postgres;
    }

    @Override
    public void stop() {
        postgres.close();
        issuer.close();
    }
}
