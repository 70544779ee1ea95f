package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.localstack.kafka.KafkaBroker;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.pengjiang.note.notes.model.Note;

/** What all replicas share is disturbed for longer than every limit: the replica is ready and works all the same. */
@QuarkusTest
@TestProfile(DisturbedNeighboursTest.WithNeighbours.class)
class DisturbedNeighboursTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Api writer = Api.as(Persona.of("disturbed", "440703", "WRITER"));

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    Runnable stopKafka;

    /** In this application alone; its classes run in the order of their names, and this one stops Kafka. */
    public static class WithNeighbours implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Neighbours.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** The notes service with a Kafka that the test can stop, and with limits of a second. */
    public static class Neighbours extends NoteStack {
        private PostgresServer postgres;
        private KafkaBroker kafka;

        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = new HashMap<>(super.start());
            kafka = KafkaBroker.start(KafkaOptions.forTests("note.events", "calendar.events"));
            configuration.put("suite.kafka.bootstrap-servers", kafka.bootstrapServers());
            configuration.put("suite.relay.enabled", "true");
            configuration.put("suite.inbox.enabled", "true");
            configuration.put("suite.log.watch-every", "200ms");
            configuration.put("suite.log.longest-unsent", "1s");
            configuration.put("suite.log.longest-hold", "1s");
            configuration.put("suite.loops.longest-silence", "10s");
            configuration.put(
                    "test.neighbour.url", postgres.database("note").jdbcUrl().replace("/note", "/postgres"));
            configuration.put("test.neighbour.user", postgres.administrator().user());
            configuration.put(
                    "test.neighbour.password", postgres.administrator().password());
            return configuration;
        }

        /** A transaction held in it would hold back every other test's log. */
        @Override
        Map<String, String> database() {
            postgres = PostgresServer.start(PostgresOptions.forTests("note"));
            return settingsOf(postgres);
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields((Runnable) () -> kafka.stop(), field -> field.getType() == Runnable.class);
        }

        @Override
        public void stop() {
            super.stop();
            kafka.close();
            postgres.close();
        }
    }

    @Test
    void kafkaAwayAndATransactionHeldElsewhereTakeNoReplicaOutOfTheBalancer() throws Exception {
        // Given: all is well
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("group/operations") == 200);
        assertEquals(201, write());

        try (Connection forgotten = neighbour();
                Statement statement = forgotten.createStatement()) {
            // When
            forgotten.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            assertEquals(201, write());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> reports("log horizon"));
            forgotten.rollback();
            stopKafka.run();
            // a relay that starts anew does not get further than Kafka
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name LIKE 'relay %'");
            forgotten.rollback();
            assertEquals(201, write());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> reports("relay") && reports("kafka"));
            statement.execute("SELECT pg_current_xact_id()");
            assertEquals(201, write());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> reports("log horizon"));

            // Then
            assertEquals(200, status("ready"), () -> body("ready"));
            assertEquals(200, status("live"), () -> body("live"));
            assertEquals(503, status("group/operations"));
            assertEquals(201, write());
            assertTrue(body("ready").contains("log origin"), "the restore guard stays in readiness");
        }
    }

    /** A session in another database of the same cluster. */
    private static Connection neighbour() throws SQLException {
        return DriverManager.getConnection(
                setting("test.neighbour.url"), setting("test.neighbour.user"), setting("test.neighbour.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** By a command, and beside it a row of the log: the notes themselves write none. */
    private int write() {
        QuarkusTransaction.requiringNew().run(() -> {
            Note note = new Note(UUID.randomUUID(), DivisionCode.parse("440703"), "logged " + UUID.randomUUID(), 1);
            entities.persist(note);
            log.append(note, new LogOverHttpTest.Written("disturbed"));
        });
        return writer.post("/v1/notes", Map.of("title", "written " + UUID.randomUUID(), "pages", 1))
                .statusCode();
    }

    /** Whether the group of operations says that this check is down. */
    private boolean reports(String check) {
        return body("group/operations").matches("(?s).*\"name\": *\"" + check + "\",\\s*\"status\": *\"DOWN\".*");
    }

    private int status(String group) {
        return get(group).statusCode();
    }

    private String body(String group) {
        return get(group).body();
    }

    private HttpResponse<String> get(String group) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(health + "/" + group)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
