package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** The name of the database's host leads nowhere, as that of a container that was stopped. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.Alone.class)
class DatabaseAwayTest {
    public static class Alone implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NowhereStack.class));
        }
    }

    public static class NowhereStack extends NoteStack {
        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = new HashMap<>(super.start());
            configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://database.invalid:5432/note");
            configuration.put("quarkus.datasource.jdbc.min-size", "0");
            configuration.put("quarkus.hibernate-orm.database.version-check.enabled", "false");
            configuration.put("quarkus.flyway.migrate-at-start", "false");
            return configuration;
        }
    }

    private final Api writer = Api.as(Persona.of("away", "440703", "WRITER"));

    @Inject
    PeriodicJobs jobs;

    @Test
    void everyOperationThatNeedsItSaysWhenToComeBack() {
        // Given
        jobs.pauseAll();
        try (LoudLines log = new LoudLines()) {
            // When
            List<Response> answers = List.of(
                    writer.post("/v1/notes", CommandTest.note("away")),
                    writer.get("/v1/notes"),
                    writer.get("/v1/notes/" + UUID.randomUUID()));

            // Then
            for (Response answer : answers) {
                assertEquals(503, answer.statusCode(), answer.asString());
                assertProblem(answer, "UNAVAILABLE");
                assertEquals("1", answer.header("Retry-After"));
            }
            assertEquals(200, writer.get("/v1/me").statusCode(), "what needs no database is answered");
            assertEquals(List.of(), log.seen());
        } finally {
            jobs.resumeAll();
        }
    }
}
