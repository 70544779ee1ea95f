package org.pengjiang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.client.SuiteClient;
import org.postgresql.Driver;

/** The suite that {@code ./suite up} has started, for what fills its databases and what is asked of it then. */
record Running(Path folder, JsonNode state) {
    private static final int POSTGRES = 15_432;
    private static final int APPEALS = 8083;
    private static final String DATABASE = "appeal";

    static Running of(Path home) {
        String other = System.getenv().getOrDefault("SUITE_FOLDER", "");
        Path folder = other.isEmpty() ? home.resolve(".local-stack") : Path.of(other);
        try {
            return new Running(
                    folder,
                    new ObjectMapper().readTree(folder.resolve("state.json").toFile()));
        } catch (IOException e) {
            throw new StackFailure("No suite runs in " + folder + ": start it with ./suite up first.", e);
        }
    }

    /** As the administrator of appeal-service's database. */
    Connection administer() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty(
                "password", Secrets.in(folder.resolve("postgresql")).password("postgres"));
        Connection connection =
                new Driver().connect("jdbc:postgresql://127.0.0.1:" + port(POSTGRES) + "/" + DATABASE, properties);
        if (connection == null) {
            throw new SQLException("no PostgreSQL");
        }
        return connection;
    }

    SuiteClient appeals(String persona) {
        return SuiteClient.of(
                        URI.create(state.required("tokenEndpoint").asText()),
                        URI.create("http://127.0.0.1:" + port(APPEALS)))
                .as(persona);
    }

    long postgresPid() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgresql/data/postmaster.pid"));
        return Long.parseLong(lines.getFirst().strip());
    }

    private int port(int usual) {
        return usual + state.required("portOffset").asInt();
    }
}
