package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Every connection of the pool is taken: callers are told when to come back, soon and without noise. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(Limited.class)
class DatabaseBusyTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Api writer = Api.as(Persona.of("busy", "440703", "WRITER"));

    @Inject
    DataSource database;

    @Inject
    PeriodicJobs jobs;

    @Test
    void whoeverFindsNoConnectionIsToldToComeBack() throws SQLException {
        // Given
        jobs.pauseAll();
        List<Connection> all = takeAll();
        try (LoudLines log = new LoudLines()) {
            // When
            long begun = System.nanoTime();
            Response command = writer.post("/v1/notes", CommandTest.note("busy"));
            Response read = writer.get("/v1/notes");
            Response one = writer.get("/v1/notes/" + UUID.randomUUID());
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            // Then
            for (Response answer : List.of(command, read, one)) {
                assertEquals(503, answer.statusCode(), answer.asString());
                assertProblem(answer, "UNAVAILABLE");
                assertEquals("1", answer.header("Retry-After"));
            }
            assertTrue(taken.compareTo(SOON.multipliedBy(3)) < 0, "three answers took " + taken);
            assertEquals(List.of(), log.seen());
        } finally {
            release(all);
            jobs.resumeAll();
        }
        assertEquals(
                201, writer.post("/v1/notes", CommandTest.note("free again")).statusCode());
    }

    private List<Connection> takeAll() throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < Limited.POOL; i++) {
            all.add(database.getConnection());
        }
        return all;
    }

    private static void release(List<Connection> all) throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
