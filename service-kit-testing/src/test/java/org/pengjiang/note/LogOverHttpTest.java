package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.feed.SubjectView;
import org.pengjiang.kit.log.timeline.Timeline;
import org.pengjiang.kit.log.timeline.TimelineEntry;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.notes.model.Note;

/** Feed, audit and parked events as a client meets them. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class LogOverHttpTest {
    private final Api reader = Api.as(Persona.of("reader", "440703", "READER"));
    private final Api auditor = Api.as(Persona.of("auditor", "440703", "AUDITOR"));
    private final Api admin = Api.as(Persona.of("admin", "440703", "ADMIN"));
    private final Api elsewhere = Api.as(Persona.of("elsewhere", "440704", "ADMIN", "AUDITOR"));

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    @Inject
    DataSource database;

    @Inject
    Timeline timeline;

    record Whispered(String title) implements DomainEvent {
        @Override
        public String type() {
            return "note.whispered.v1";
        }

        @Override
        public Audience audience() {
            return Audience.INTERNAL;
        }
    }

    record Written(String title) implements DomainEvent {
        @Override
        public String type() {
            return "note.written.v1";
        }
    }

    /** All of a page in one call. */
    @ApplicationScoped
    static class NotesNow implements SubjectView {
        static volatile int calls;

        @Override
        public String subjectType() {
            return "note";
        }

        @Override
        public Map<UUID, ?> load(Caller caller, Set<UUID> subjects) {
            calls++;
            Map<UUID, Object> views = new HashMap<>();
            subjects.forEach(subject -> views.put(subject, Map.of("seenBy", caller.subject())));
            return views;
        }
    }

    @Test
    void theFeedGoesOnFromItsCursorAndHidesWhatIsPrivate() {
        // Given
        String cursor = end(reader);
        UUID first = write("first", Map.of("phone", "+8613800000000"));
        UUID second = write("second", Map.of());

        // When
        Response page = changes(reader, "cursor=" + cursor + "&limit=1", 1);
        Response next = changes(reader, "cursor=" + page.path("cursor") + "&limit=10", 1);

        // Then
        assertEquals(first.toString(), page.path("items[0].subject"));
        assertEquals(second.toString(), next.path("items[0].subject"));
        assertEquals("first", page.path("items[0].data.title"));
        assertFalse(page.asString().contains("private"), page.asString());
        assertFalse(page.asString().contains("13800000000"), page.asString());
        assertEquals(List.of(), elsewhere.get("/v1/changes?cursor=" + cursor).path("items"));
    }

    @Test
    void subjectsAreLoadedAllAtOnce() {
        // Given
        String cursor = end(reader);
        write("a", Map.of());
        write("b", Map.of());
        changes(reader, "cursor=" + cursor, 2);
        NotesNow.calls = 0;

        // When
        Response page = reader.get("/v1/changes?cursor=" + cursor + "&expand=subject");

        // Then
        assertEquals(1, NotesNow.calls, "one load for both subjects");
        assertEquals(List.of("reader", "reader"), page.path("items.subjectNow.seenBy"));
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=x, CURSOR_INVALID",
        "limit=0, PARAMETER_INVALID",
        "limit=201, PARAMETER_INVALID",
        "limit=many, PARAMETER_INVALID",
        "expand=everything, PARAMETER_INVALID",
        "types=DROP TABLE, PARAMETER_INVALID",
        "since=yesterday, PARAMETER_UNKNOWN"
    })
    void aFeedThatCannotBeReadSaysWhy(String query, String code) {
        Response answer = reader.get("/v1/changes?" + query.replace(" ", "%20"));

        assertEquals(400, answer.statusCode(), answer.asString());
        assertTrue(answer.asString().contains(code), answer.asString());
    }

    @Test
    void aCursorOfAnotherFilterIsRefused() {
        Response page = reader.get("/v1/changes?types=note.written.v1");

        assertProblem(reader.get("/v1/changes?cursor=" + page.path("cursor")), "CURSOR_INVALID");
    }

    @Test
    void aCursorThatIsForgedCutOrOfAnotherListIsRefused() {
        // Given
        String feed = end(reader);
        String forged = (feed.charAt(0) == 'A' ? "B" : "A") + feed.substring(1);
        write("first to verify", Map.of());
        write("second to verify", Map.of());
        String audit = auditor.get("/v1/admin/audit/verify?limit=1").path("next");

        // Then
        for (String refused : List.of(
                "/v1/changes?cursor=" + forged,
                "/v1/changes?cursor=" + feed.substring(0, feed.length() - 4),
                "/v1/changes?cursor=" + audit,
                "/v1/admin/parked-events?cursor=" + audit,
                "/v1/admin/parked-events?cursor=" + feed,
                "/v1/admin/audit/verify?cursor=" + feed)) {
            Response answer = admin.get(refused);
            assertProblem(answer, "CURSOR_INVALID");
            assertEquals(List.of("query:cursor"), answer.path("errors.pointer"), refused);
        }
        assertEquals(
                200, admin.get("/v1/admin/audit/verify?limit=1&cursor=" + audit).statusCode());
    }

    /** As the release before gave them: a place with a checksum, and the bare id of the last row. */
    @Test
    void aCursorOfTheReleaseBeforeGoesOnAsASealedOne() {
        // Given
        write("before the cursor", Map.of());
        write("behind the cursor", Map.of());

        // When
        Response feed = changes(reader, "limit=1&cursor=AQAAAAAAAAAAAAAAAAAAAABCcJrq", 1);
        Response audit = auditor.get("/v1/admin/audit/verify?limit=1&cursor=00000000-0000-0000-0000-000000000000");
        Response parked = admin.get("/v1/admin/parked-events?cursor=" + UUID.randomUUID());

        // Then
        assertEquals(
                200, reader.get("/v1/changes?cursor=" + feed.path("cursor")).statusCode());
        assertEquals(200, parked.statusCode(), parked.asString());
        String next = audit.path("next");
        assertFalse(next.contains("-") && next.length() == 36, next);
        assertEquals(
                200,
                auditor.get("/v1/admin/audit/verify?limit=1&cursor=" + next).statusCode());
    }

    @Test
    void aTimelineShowsStaffAllButTheInternalAndAPartyOnlyItsOwn() {
        // Given
        UUID note = write("for staff", Map.of("phone", "+8613800000000"));
        QuarkusTransaction.requiringNew().run(() -> {
            Note subject = entities.find(Note.class, note);
            log.append(subject, new Whispered("for auditors"));
            log.appendFor(List.of("91440703MA00000077"), subject, new Written("for one"));
            log.appendFor(List.of("91440703MA5ABCDE5X"), subject, new Written("for another"));
        });

        Caller staff = caller("READER", Map.of());
        Caller party = caller("ENTERPRISE", Map.of("enterprise", List.of("91440703MA00000077")));

        // When
        Page<TimelineEntry> first = timeline.of(staff, note, new PageRequest(2, null));
        Page<TimelineEntry> rest = timeline.of(staff, note, new PageRequest(2, first.next()));
        Page<TimelineEntry> own = timeline.of(party, note, new PageRequest(50, null));

        // Then
        assertEquals(List.of("for staff", "for one"), titles(first));
        assertEquals(List.of("for another"), titles(rest));
        assertEquals(List.of("for one"), titles(own));
        assertEquals("system", first.items().getFirst().actor());
        assertNull(own.items().getFirst().actor());
        assertFalse(first.toString().contains("13800000000"), first.toString());
        assertThrows(DomainException.class, () -> timeline.of(party, note, new PageRequest(2, first.next())));
    }

    private static Caller caller(String role, Map<String, List<String>> claims) {
        return new Caller(role, Set.of(role), Optional.of(DivisionCode.parse("440703")), claims);
    }

    private static List<String> titles(Page<TimelineEntry> page) {
        return page.items().stream()
                .map(entry -> entry.data().path("title").asText())
                .toList();
    }

    @Test
    void whatIsWrittenVerifies() {
        // Given
        UUID note = write("audited", Map.of());

        // Then
        Response one = auditor.get("/v1/admin/audit/verify?subject=" + note);
        assertEquals(200, one.statusCode(), one.asString());
        assertEquals(true, one.path("intact"));
        assertEquals(1, one.<Integer>path("rows"));
        assertEquals(
                404, elsewhere.get("/v1/admin/audit/verify?subject=" + note).statusCode());
        assertProblem(auditor.get("/v1/admin/audit/verify?cursor=x"), "CURSOR_INVALID");
        assertEquals(200, auditor.get("/v1/admin/audit/verify?limit=2").statusCode());
    }

    @Test
    void aParkedEventIsSeenByItsDivisionAndCannotBeReplayedByAServiceThatNoLongerListens() throws SQLException {
        // Given
        UUID parked = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO parked_event (id, consumer, subject, event_id, type, division, sequence, topic,
                        partition_no, offset_no, headers, payload, reason, failure, tries)
                    VALUES ('%1$s', 'note.gone', '%1$s', '%1$s', 'x.y.v1', '440703', 1, 'x.events', 0, 7, '{}', '',
                        'HANDLER_FAILED', 'java.lang.IllegalStateException: secret', 3)""".formatted(parked));
        }

        // Then
        Response list = admin.get("/v1/admin/parked-events");
        assertTrue(list.<List<String>>path("items.id").contains(parked.toString()), list.asString());
        assertFalse(list.asString().contains("secret"), list.asString());
        assertFalse(elsewhere.get("/v1/admin/parked-events").asString().contains(parked.toString()));
        String replay = "/v1/admin/parked-events/" + parked + "/replay";
        assertEquals(404, elsewhere.post(replay, null).statusCode());
        assertProblem(admin.post(replay, null), "STATE_CONFLICT");
    }

    @Test
    void whatConcernsEveryDistrictIsForWhoeverRunsThePlatformAtTheRootAlone() throws SQLException {
        // Given
        UUID unplaced = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO parked_event (id, consumer, subject, event_id, type, division, sequence, topic,
                        partition_no, offset_no, headers, payload, reason, failure, tries)
                    VALUES ('%1$s', 'note.gone', '%1$s', '%1$s', 'x.y.v1', NULL, 1, 'x.events', 0, 8, '{}', 'x',
                        'MALFORMED', 'no JSON', 1)""".formatted(unplaced));
        }
        String parked = "/v1/admin/parked-events";
        String discard = parked + "/" + unplaced + "/discard";
        Map<String, String> reason = Map.of("reason", "nobody can read it");
        Api platform = Api.as(Persona.of("platform", "44", "PLATFORM_ADMIN"));
        Api adminOfTheProvince = Api.as(Persona.of("admin-44", "44", "ADMIN"));

        // Then
        for (String division : List.of("440703", "4407", "45")) {
            Api powerless = Api.as(Persona.of("platform-" + division, division, "PLATFORM_ADMIN"));
            assertEquals(List.of(), powerless.get("/v1/me").path("roles"), division);
            assertProblem(powerless.get(parked), "FORBIDDEN");
            assertProblem(powerless.post(discard, reason), "FORBIDDEN");
            assertProblem(powerless.post("/v1/admin/parked-event-replays", Map.of()), "FORBIDDEN");
            assertProblem(powerless.get("/v1/admin/encryption"), "FORBIDDEN");
        }
        for (Api administrator : List.of(admin, elsewhere, adminOfTheProvince)) {
            assertFalse(administrator.get(parked).asString().contains(unplaced.toString()));
            assertEquals(404, administrator.post(discard, reason).statusCode());
            assertProblem(administrator.get("/v1/admin/encryption"), "FORBIDDEN");
        }
        assertEquals(List.of("PLATFORM_ADMIN"), platform.get("/v1/me").path("roles"));
        assertTrue(platform.get(parked).asString().contains(unplaced.toString()));
        assertEquals(200, platform.get("/v1/admin/encryption").statusCode());

        // When
        Response answer = platform.post(discard, reason);

        // Then
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(platform.get(parked).asString().contains(unplaced.toString()));
    }

    @Test
    void givingUpAParkedEventNeedsAReasonAndStandsInTheLog() throws SQLException {
        // Given
        UUID parked = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO parked_event (id, consumer, subject, event_id, type, division, sequence, topic,
                        partition_no, offset_no, headers, payload, reason, failure, tries)
                    VALUES ('%1$s', 'note.gone', '%1$s', '%1$s', 'x.y.v1', '440703', 1, 'x.events', 0, 7, '{}', 'x',
                        'MALFORMED', 'no JSON', 1)""".formatted(parked));
        }
        String discard = "/v1/admin/parked-events/" + parked + "/discard";
        Map<String, String> reason = Map.of("reason", "nobody can read it");

        // Then
        assertProblem(reader.post(discard, reason), "FORBIDDEN");
        assertEquals(404, elsewhere.post(discard, reason).statusCode());
        assertProblem(admin.post(discard, Map.of("reason", " ")), "BODY_INVALID");
        assertProblem(admin.post(discard, Map.of()), "BODY_INVALID");
        assertEquals(415, admin.post(discard, null).statusCode());
        assertEquals(400, admin.post(discard, Map.of("reason", "x".repeat(501))).statusCode());
        assertTrue(admin.get("/v1/admin/parked-events").asString().contains(parked.toString()), "still there");

        // When
        String cursor = end(admin);
        Response answer = admin.post(discard, reason);

        // Then
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(parked.toString(), answer.path("id"));
        assertEquals(false, answer.path("leavesGap"));
        assertFalse(admin.get("/v1/admin/parked-events").asString().contains(parked.toString()));
        Response logged = changes(admin, "cursor=" + cursor, 1);
        assertEquals("inbox.event-discarded.v1", logged.path("items[0].type"));
        assertEquals("nobody can read it", logged.path("items[0].data.why"));
        assertEquals(List.of(), reader.get("/v1/changes?cursor=" + cursor).path("items"));
        assertEquals(
                true, auditor.get("/v1/admin/audit/verify?subject=" + parked).path("intact"));
        assertEquals(200, admin.post(discard, reason).statusCode(), "a repeat finds it done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/admin/audit/verify", "/v1/admin/parked-events"})
    void administrationIsNotForEverybody(String path) {
        assertProblem(reader.get(path), "FORBIDDEN");
        assertEquals(401, Api.anonymous().get(path).statusCode());
    }

    @Test
    void theFeedIsForKnownCallersOnly() {
        assertEquals(401, Api.anonymous().get("/v1/changes").statusCode());
    }

    private UUID write(String title, Map<String, ?> privately) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Note note = new Note(UUID.randomUUID(), DivisionCode.parse("440703"), title, 1);
            entities.persist(note);
            log.append(note, new Written(title), privately);
            return note.id();
        });
    }

    /** What was committed a moment ago may not be final yet: a client comes again. */
    private static Response changes(Api api, String query, int wanted) {
        List<Response> last = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            last.add(api.get("/v1/changes?" + query));
            return last.getLast().<List<?>>path("items").size() >= wanted;
        });
        return last.getLast();
    }

    private static String end(Api api) {
        Response page = api.get("/v1/changes?limit=200");
        while (page.<Boolean>path("more")) {
            page = api.get("/v1/changes?limit=200&cursor=" + page.path("cursor"));
        }
        return page.path("cursor");
    }
}
