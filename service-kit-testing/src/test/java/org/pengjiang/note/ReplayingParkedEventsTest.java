package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Parked events are brought back one subject at a time, or many as a job, and no transaction is open around the work. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class ReplayingParkedEventsTest {
    private static final String REPLAYS = "/v1/admin/parked-event-replays";
    /** The kit's own consumer, of which the first type is another version and the second is none of its types. */
    private static final String CONSUMER = "note.calendars";

    private static final String LONG_AGO = " < clock_timestamp() - interval '300 milliseconds'";
    private static final String STILL_UNKNOWN = "calendar.version-published.v2";
    private static final String NOW_IGNORED = "calendar.proposed.v1";

    private final Api admin = Api.as(Persona.of("admin", "440703", "ADMIN"));
    private final Api elsewhere = Api.as(Persona.of("elsewhere", "440704", "ADMIN"));
    private final Api platform = Api.as(Persona.of("platform", "44", "PLATFORM_ADMIN"));
    private final Api reader = Api.as(Persona.of("reader", "440703", "READER"));

    @Inject
    DataSource database;

    @BeforeEach
    void nothingIsParked() throws SQLException {
        execute("DELETE FROM parked_event");
    }

    @Test
    void aReplayOfManyIsAJobThatSaysHowFarItHasCome() throws SQLException {
        // Given
        for (int i = 0; i < 120; i++) {
            park(UUID.randomUUID(), "440703", i < 100 ? NOW_IGNORED : STILL_UNKNOWN, "VERSION_UNKNOWN");
        }
        UUID failed = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        park(failed, "440703", NOW_IGNORED, "HANDLER_FAILED");
        park(foreign, "440704", NOW_IGNORED, "VERSION_UNKNOWN");

        // When
        Response started = admin.post(REPLAYS, Map.of("consumer", CONSUMER, "reason", "VERSION_UNKNOWN"));

        // Then
        assertEquals(202, started.statusCode(), started.asString());
        String job = REPLAYS + "/" + started.path("id");
        assertTrue(started.header("Location").endsWith(job), started.header("Location"));
        Response finished = finished(job);
        assertEquals(120, finished.<Integer>path("subjects"));
        assertEquals(240, finished.<Integer>path("found"));
        assertEquals(120, finished.<Integer>path("subjectsTried"));
        assertEquals(200, finished.<Integer>path("applied"));
        assertEquals(40, finished.<Integer>path("stillParked"));
        assertEquals(40, parked("type = '" + STILL_UNKNOWN + "'"));
        assertEquals(4, parked("subject IN ('" + failed + "', '" + foreign + "')"), "neither was named");
        assertEquals(404, elsewhere.get(job).statusCode());
        assertProblem(reader.get(job), "FORBIDDEN");
        assertProblem(reader.post(REPLAYS, Map.of()), "FORBIDDEN");
        assertProblem(admin.post(REPLAYS, Map.of("reason", "BAD_LUCK")), "BODY_INVALID");
        assertProblem(admin.post(REPLAYS, Map.of("consumer", "a\u0000b")), "BODY_INVALID");
    }

    @Test
    void aReplayIsOfTheOwnDistrictAndThePlatformsOfAll() throws SQLException {
        // Given
        park(UUID.randomUUID(), "440703", NOW_IGNORED, "HANDLER_FAILED");
        UUID neighbour = UUID.randomUUID();
        park(neighbour, "440704", NOW_IGNORED, "HANDLER_FAILED");
        UUID unplaced = UUID.randomUUID();
        park(unplaced, null, NOW_IGNORED, "HANDLER_FAILED");

        // When
        Response ofTheDistrict =
                finished(REPLAYS + "/" + admin.post(REPLAYS, Map.of()).path("id"));

        // Then
        assertEquals(1, ofTheDistrict.<Integer>path("subjects"));
        assertEquals(2, ofTheDistrict.<Integer>path("applied"));
        assertEquals(4, parked("subject IN ('" + neighbour + "', '" + unplaced + "')"));

        // When
        String job = REPLAYS + "/" + platform.post(REPLAYS, Map.of()).path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "FINISHED".equals(platform.get(job).path("state")));

        // Then
        assertEquals(2, platform.get(job).<Integer>path("subjects"));
        assertEquals(0, parked("true"));
        assertEquals(404, admin.get(job).statusCode());
    }

    @Test
    void aJobWhoseReplicaEndedGoesOnBehindTheLastSubject() throws SQLException {
        // Given
        UUID first = new UUID(1, 1);
        UUID second = new UUID(2, 2);
        park(first, "440703", NOW_IGNORED, "HANDLER_FAILED");
        park(second, "440703", NOW_IGNORED, "HANDLER_FAILED");
        UUID job = UUID.randomUUID();

        // When
        execute("""
                INSERT INTO parked_event_replay (id, division, requested_by, subjects, found, subjects_tried, applied,
                    after_consumer, after_subject, worked_until)
                VALUES ('%s', '440703', 'admin', 3, 6, 2, 4, '%s', '%s', clock_timestamp() - interval '1 second')
                """.formatted(job, CONSUMER, first));

        // Then
        Response finished = finished(REPLAYS + "/" + job);
        assertEquals(3, finished.<Integer>path("subjectsTried"));
        assertEquals(6, finished.<Integer>path("applied"));
        assertEquals(2, parked("subject = '" + first + "'"), "it lies before the place that was reached");
        assertEquals(0, parked("subject = '" + second + "'"));
    }

    @Test
    void whileASubjectIsReplayedNoTransactionIdlesAroundTheWork() throws Exception {
        // Given
        UUID subject = UUID.randomUUID();
        UUID event = park(subject, "440703", NOW_IGNORED, "HANDLER_FAILED");
        String replay = "/v1/admin/parked-events/" + event + "/replay";
        long idle;
        CompletableFuture<Response> answer;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            long pid;
            try (Statement lock = holder.createStatement()) {
                lock.execute("SELECT 1 FROM parked_event WHERE subject = '" + subject + "' FOR UPDATE");
                pid = number(lock, "SELECT pg_backend_pid()");
            }
            String others = "datname = current_database() AND usename = current_user AND pid <> " + pid;

            // When
            answer = CompletableFuture.supplyAsync(() -> admin.post(replay, null));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(4))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sessions(others + " AND wait_event_type = 'Lock' AND query_start" + LONG_AGO) == 1);
            idle = sessions(others + " AND state = 'idle in transaction' AND state_change" + LONG_AGO);
            holder.rollback();
            holder.setAutoCommit(true);
        }

        // Then
        assertEquals(0, idle);
        assertEquals(200, answer.get().statusCode(), answer.get().asString());
        assertEquals(2, answer.get().<Integer>path("applied"));
        assertEquals(0, answer.get().<Integer>path("remaining"));
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheFirstAnswerThoughNothingIsParkedAnyMore() throws SQLException {
        // Given
        UUID event = park(UUID.randomUUID(), "440703", NOW_IGNORED, "HANDLER_FAILED");
        String replay = "/v1/admin/parked-events/" + event + "/replay";

        // When
        Response first = admin.request().header("Idempotency-Key", "k-" + event).post(replay);
        Response again = admin.request().header("Idempotency-Key", "k-" + event).post(replay);
        Response another = admin.post(replay, null);

        // Then
        assertEquals(200, first.statusCode(), first.asString());
        assertEquals(2, first.<Integer>path("applied"));
        assertEquals(first.asString(), again.asString());
        assertEquals(404, another.statusCode());
        assertProblem(admin.request().post(replay), "IDEMPOTENCY_KEY_MISSING");
    }

    private Response finished(String job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "FINISHED".equals(admin.get(job).path("state")));
        return admin.get(job);
    }

    /** Two events of a subject; the id of the first. */
    private UUID park(UUID subject, @Nullable String division, String type, String reason) throws SQLException {
        UUID first = UUID.randomUUID();
        park(first, subject, division, type, reason, 1);
        park(UUID.randomUUID(), subject, division, type, "PREDECESSOR_PARKED", 2);
        return first;
    }

    private void park(UUID id, UUID subject, @Nullable String division, String type, String reason, long sequence)
            throws SQLException {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_id", id.toString(),
                "ce_type", type,
                "ce_subject", subject.toString(),
                "ce_subjectversion", Long.toString(sequence),
                "ce_sequence", Long.toString(sequence),
                "ce_division", division == null ? "440703" : division,
                "ce_time", "2026-01-01T00:00:00Z"));
        StringBuilder json = new StringBuilder();
        headers.forEach((name, value) ->
                json.append(json.isEmpty() ? "{" : ",").append("\"%s\":\"%s\"".formatted(name, value)));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO parked_event (id, consumer, subject, event_id, type, division, sequence, topic,
                            partition_no, offset_no, headers, payload, reason, failure, tries)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'appeal.events', 0, 7, ?, '{}', ?, 'broken', 3)
                        """)) {
            List<@Nullable Object> values = Arrays.asList(
                    id,
                    CONSUMER,
                    subject,
                    id,
                    type,
                    division,
                    sequence,
                    json.append('}').toString(),
                    reason);
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
    }

    private long parked(String condition) throws SQLException {
        return number("SELECT count(*) FROM parked_event WHERE " + condition);
    }

    private long sessions(String condition) throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE " + condition);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return number(statement, sql);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
