package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.ETags;
import org.pengjiang.kit.testing.Persona;

/** A command works once, whatever the network does. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class CommandTest {
    private final Api writer = Api.as(Persona.of("writer", "440703", "WRITER"));

    @Inject
    DataSource database;

    @Test
    void aCreatedThingHasAVersionAndAPlace() {
        Response created = writer.post("/v1/notes", note("first"));

        assertEquals(201, created.statusCode(), created.asString());
        assertEquals(0, ETags.version(created));
        assertTrue(created.header("Location").endsWith("/v1/notes/" + created.path("id")), created.header("Location"));
        assertEquals(0, ETags.version(writer.get("/v1/notes/" + created.path("id"))));
    }

    @Test
    void aRepeatGetsTheFirstAnswerByteForByte() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("repeated");

        Response first = post(writer, key, body);
        Response second = post(writer, key, body);

        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, second.statusCode());
        assertArrayEquals(first.asByteArray(), second.asByteArray());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.contentType(), second.contentType());
    }

    @Test
    void aRepeatIsAnsweredBeforeItsPreconditionIsLookedAt() {
        Response created = writer.post("/v1/notes", note("resized"));
        String path = "/v1/notes/" + created.path("id") + "/resize";
        String key = UUID.randomUUID().toString();

        Response first = resize(path, key, "\"0\"", 7);
        Response repeat = resize(path, key, "\"0\"", 7);
        Response another = resize(path, UUID.randomUUID().toString(), "\"0\"", 7);

        assertEquals(200, first.statusCode(), first.asString());
        assertEquals(1, ETags.version(first));
        assertArrayEquals(first.asByteArray(), repeat.asByteArray());
        assertEquals(412, another.statusCode());
        assertProblem(another, "VERSION_STALE");
    }

    @Test
    void anotherBodyOrOtherParametersUnderTheKeyAreRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("once");
        post(writer, key, body).then().statusCode(201);

        Response otherBody = post(writer, key, note("other"));
        Response otherQuery = writer.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/notes?dryRun=true");

        assertEquals(422, otherBody.statusCode());
        assertProblem(otherBody, "IDEMPOTENCY_KEY_REUSED");
        assertEquals(422, otherQuery.statusCode());
    }

    @Test
    void theKeyOfAnotherCallerIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        post(writer, key, note("mine")).then().statusCode(201);

        Response theirs = post(Api.as(Persona.of("second", "440703", "WRITER")), key, note("theirs"));

        assertEquals(201, theirs.statusCode());
    }

    @Test
    void anErrorLeavesNothingAndMayBeTriedAgain() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> taken = note("taken");
        Response first = writer.post("/v1/notes", taken);
        post(writer, key, taken).then().statusCode(409);
        writer.patch("/v1/notes/" + first.path("id"), Map.of("title", "moved " + key), "\"0\"")
                .then()
                .statusCode(200);

        Response second = post(writer, key, taken);

        assertEquals(201, second.statusCode(), second.asString());
    }

    @Test
    void sixteenAtOnceHaveOneEffect() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = UUID.randomUUID().toString();
            Map<String, ?> body = note("at once");
            List<Response> answers = atOnce(16, () -> post(writer, key, body));

            List<Response> done = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .toList();
            assertTrue(!done.isEmpty());
            for (Response answer : answers) {
                assertTrue(answer.statusCode() == 201 || answer.statusCode() == 409, answer.asString());
                if (answer.statusCode() == 201) {
                    assertArrayEquals(done.getFirst().asByteArray(), answer.asByteArray());
                } else {
                    assertProblem(answer, "REQUEST_IN_PROGRESS");
                    assertEquals("1", answer.header("Retry-After"));
                }
            }
            assertEquals(1, count("SELECT count(*) FROM note WHERE title = '" + body.get("title") + "'"));
        }
    }

    @Test
    void twoChangesOfOneVersionCannotBothWin() throws Exception {
        String id = writer.post("/v1/notes", note("contended")).path("id");

        List<Response> answers = atOnce(
                8, () -> resize("/v1/notes/" + id + "/resize", UUID.randomUUID().toString(), "\"0\"", 9));

        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(
                7, answers.stream().filter(answer -> answer.statusCode() == 412).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "*", "\"0", "\"0\" \"1\"", "\"0\", *", ",", "w/\"0\"", "W/ \"0\"", "''", "\"a b\""})
    void aVersionThatCannotBeReadIsRefused(String ifMatch) {
        String id = writer.post("/v1/notes", note("precondition")).path("id");

        Response answer =
                resize("/v1/notes/" + id + "/resize", UUID.randomUUID().toString(), ifMatch, 7);

        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "HEADER_INVALID");
        assertEquals(List.of("header:If-Match"), answer.path("errors.pointer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"0\"",
                "\"1\", W/\"0\"",
                "\"0,1\"",
                "\"1\"",
                "\"abc\"",
                "\"\"",
                "\"00\"",
                "\"99999999999999999999\"",
                "\"-1\"",
                "\"1-q7Zt0mVbX1cR\"",
                "W/\"0-q7Zt0mVbX1cR\"",
                "\"0-short\"",
                "\"0-q7Zt0mVbX1c!\"",
                "\"0-\""
            })
    void aVersionThatIsNotThePresentOneIsStale(String ifMatch) {
        String id = writer.post("/v1/notes", note("precondition")).path("id");

        Response answer =
                resize("/v1/notes/" + id + "/resize", UUID.randomUUID().toString(), ifMatch, 7);

        assertEquals(412, answer.statusCode(), answer.asString());
        assertProblem(answer, "VERSION_STALE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0\"",
                "\"0-q7Zt0mVbX1cR\"",
                "\"7-q7Zt0mVbX1cR\", \"0-another_hash\"",
                "\"7\", \"0\"",
                "\"abc\",\"0\"",
                ", W/\"7\" ,, \"0\" ,",
                " \"0\" "
            })
    void aListOfVersionsHoldsWhenThePresentOneIsInIt(String ifMatch) {
        String id = writer.post("/v1/notes", note("list")).path("id");

        Response answer =
                resize("/v1/notes/" + id + "/resize", UUID.randomUUID().toString(), ifMatch, 7);

        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(1, ETags.version(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"77\"", "\"0\"", "*", "nonsense"})
    void aVersionThatNothingIsComparedWithIsRefused(String ifMatch) throws SQLException {
        // Given
        Map<String, ?> body = note("new");

        // When
        Response answer = writer.post("/v1/notes", body, ifMatch);

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "HEADER_INVALID");
        assertEquals(List.of("header:If-Match"), answer.path("errors.pointer"));
        assertEquals(0, count("SELECT count(*) FROM note WHERE title = '" + body.get("title") + "'"));
    }

    @Test
    void workInManyTransactionsIsNotBegunUnderAVersion() {
        // When
        Response answer = Api.as(Persona.of("replays", "440703", "ADMIN"))
                .post("/v1/admin/parked-events/" + UUID.randomUUID() + "/replay", null, "\"0\"");

        // Then
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(List.of("HEADER_NOT_TAKEN"), answer.path("errors.code"));
    }

    @Test
    void aCommandTakesNoIfNoneMatch() throws SQLException {
        // Given
        String path = "/v1/notes/" + writer.post("/v1/notes", note("none")).path("id");
        Map<String, ?> body = note("none but new");

        // When
        Response created = writer.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(body)
                .post("/v1/notes");
        Response patched = writer.request()
                .header("If-Match", "\"0\"")
                .header("If-None-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("pages", 9))
                .patch(path);

        // Then
        for (Response answer : List.of(created, patched)) {
            assertEquals(400, answer.statusCode(), answer.asString());
            assertProblem(answer, "HEADER_INVALID");
            assertEquals(List.of("header:If-None-Match"), answer.path("errors.pointer"));
        }
        assertEquals(0, count("SELECT count(*) FROM note WHERE title = '" + body.get("title") + "'"));
        assertEquals(0, ETags.version(writer.get(path)));
    }

    @Test
    void severalLinesOfVersionsAreOneList() {
        String path = "/v1/notes/" + writer.post("/v1/notes", note("lines")).path("id");

        // a description of a header that is one text knows no second line of it
        Response answer = writer.offTheSurface()
                .request()
                .header("If-Match", "\"7\"", "\"0\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("pages", 9))
                .patch(path);

        assertEquals(200, answer.statusCode(), answer.asString());
    }

    @Test
    void aCommandThatComparesNoVersionIsNotCommitted() {
        String path = "/v1/notes/" + writer.post("/v1/notes", note("unseen")).path("id");

        Response answer = resize(path + "/resize-unseen", UUID.randomUUID().toString(), "\"0\"", 9);

        assertEquals(500, answer.statusCode(), answer.asString());
        assertProblem(answer, "INTERNAL");
        assertEquals(3, writer.get(path).<Integer>path("pages"));
        assertEquals(0, ETags.version(writer.get(path)));
    }

    @Test
    void aPatchMayCarryAKeyAndItsRepeatGetsTheFirstAnswer() {
        String path = "/v1/notes/" + writer.post("/v1/notes", note("patched")).path("id");
        String key = UUID.randomUUID().toString();

        Response first = patch(path, key, "\"0\"", 9);
        Response repeat = patch(path, key, "\"0\"", 9);
        Response otherBody = patch(path, key, "\"1\"", 10);
        Response otherKey = patch(path, UUID.randomUUID().toString(), "\"0\"", 9);

        assertEquals(200, first.statusCode(), first.asString());
        assertEquals(1, ETags.version(first));
        assertArrayEquals(first.asByteArray(), repeat.asByteArray());
        assertEquals(first.header("ETag"), repeat.header("ETag"));
        assertEquals(422, otherBody.statusCode());
        assertProblem(otherBody, "IDEMPOTENCY_KEY_REUSED");
        assertEquals(412, otherKey.statusCode());
        assertEquals(400, patch(path, "a b", "\"1\"", 9).statusCode());
        assertEquals(1, ETags.version(writer.get(path)));
    }

    @Test
    void everySpellingOfAnAddressIsTheSameCommand() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("spelled");
        Response first = post(writer, key, body);
        Api anyAddress = writer.offTheSurface();

        for (String spelling : List.of("/v1/notes/", "/v1//notes", "/v1/./notes", "/v1/%6eotes")) {
            Response repeat = anyAddress
                    .request()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body)
                    .post(spelling);

            // an address that leads nowhere is no repeat either
            assertTrue(repeat.statusCode() == 201 || repeat.statusCode() == 404, spelling + ": " + repeat.asString());
            if (repeat.statusCode() == 201) {
                assertArrayEquals(first.asByteArray(), repeat.asByteArray(), spelling);
            }
        }
        assertEquals(
                201,
                anyAddress
                        .request()
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/notes/")
                        .statusCode());

        String id = first.path("id");
        Response resized = resize("/v1/notes/" + id + "/resize", key, "\"0\"", 7);
        Response again = resize("/v1/notes/" + id.toUpperCase(Locale.ROOT) + "/resize", key, "\"0\"", 7);
        assertEquals(200, resized.statusCode(), resized.asString());
        assertArrayEquals(resized.asByteArray(), again.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/notes;a=b", "/v1/notes;", "/v1;y=1/notes", "/v1/;/notes", "/v1/notes/;"})
    void anAddressWithMatrixParametersIsNoSecondSpellingOfACommand(String spelling) {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("matrix");
        post(writer, key, body).then().statusCode(201);

        // When
        Response answer = writer.offTheSurface()
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(note("again"))
                .post(spelling);

        // Then
        assertEquals(404, answer.statusCode(), answer.asString());
        assertProblem(answer, "NOT_FOUND");
    }

    @Test
    void anAnswerIsRememberedForFortyEightHoursAndThenGivenAnew() throws SQLException {
        String path = "/v1/notes/" + writer.post("/v1/notes", note("two days")).path("id");
        String key = UUID.randomUUID().toString();
        assertEquals(1, ETags.version(patch(path, key, "\"0\"", 9)));

        makeOlder("47 hours 59 minutes");
        Response remembered = patch(path, key, "\"0\"", 9);
        makeOlder("2 minutes");
        Response anew = patch(path, key, "\"1\"", 9);
        Response rememberedAgain = patch(path, key, "\"1\"", 9);

        assertEquals(1, ETags.version(remembered));
        assertEquals(200, anew.statusCode(), anew.asString());
        assertArrayEquals(anew.asByteArray(), rememberedAgain.asByteArray());
    }

    @Test
    void oldAnswersAreForgottenInTheBackgroundAndYoungOnesStay() throws SQLException {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("young");
        Response young = post(writer, key, body);

        change("""
                INSERT INTO idempotency (request_id, request_hash, answer, recorded_at)
                SELECT sha256(i::text::bytea), sha256(i::text::bytea), 'old', now() - interval '48 hours 1 second'
                  FROM generate_series(1, 2500) i
                """);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM idempotency WHERE answer = 'old'") == 0);
        assertArrayEquals(young.asByteArray(), post(writer, key, body).asByteArray());
    }

    @Test
    void withoutKeyOrVersionNothingRuns() {
        String id = writer.post("/v1/notes", note("precondition")).path("id");

        Response noKey = writer.request()
                .contentType("application/json")
                .body(note("no key"))
                .post("/v1/notes");
        Response noVersion = writer.post("/v1/notes/" + id + "/resize", Map.of("pages", 9));

        assertEquals(428, noKey.statusCode());
        assertProblem(noKey, "IDEMPOTENCY_KEY_MISSING");
        assertEquals(428, noVersion.statusCode());
        assertProblem(noVersion, "IF_MATCH_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "schlüssel"})
    void aKeyIsVisibleAscii(String key) {
        Response answer = post(writer, key, note("key"));

        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "HEADER_INVALID");
        assertEquals(400, post(writer, "k".repeat(256), note("key")).statusCode());
        assertEquals(
                201,
                post(writer, UUID.randomUUID() + "k".repeat(219), note("key")).statusCode());
    }

    @Test
    void aKnownRepresentationIsNotSentAgain() {
        Response created = writer.post("/v1/notes", note("known"));
        String path = "/v1/notes/" + created.path("id");
        String tag = created.header("ETag");

        Response same = writer.request()
                .header("If-None-Match", "\"7-abcdefghijkl\", W/" + tag)
                .get(path);
        Response other =
                writer.request().header("If-None-Match", "\"0-abcdefghijkl\"").get(path);
        Response ofAnEarlierRelease =
                writer.request().header("If-None-Match", "\"0\"").get(path);
        Response any = writer.request().header("If-None-Match", "*").get(path);

        assertEquals(304, same.statusCode());
        assertEquals("", same.asString());
        assertEquals(tag, same.header("ETag"));
        assertEquals(200, other.statusCode());
        assertEquals(200, ofAnEarlierRelease.statusCode());
        assertEquals(304, any.statusCode());
    }

    @Test
    void theStoredAnswerIsEncrypted() throws SQLException {
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = note("unreadable");
        post(writer, key, body).then().statusCode(201);

        assertTrue(count("SELECT count(*) FROM idempotency") > 0);
        assertEquals(0, count("SELECT count(*) FROM idempotency WHERE position('unreadable'::bytea in answer) > 0"));
    }

    private Response patch(String path, String key, String ifMatch, int pages) {
        return writer.request()
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .contentType("application/merge-patch+json")
                .body(Map.of("pages", pages))
                .patch(path);
    }

    /** All rows: none of another test is as old. */
    private static void makeOlder(String by) throws SQLException {
        change("UPDATE idempotency SET recorded_at = recorded_at - interval '" + by + "' WHERE answer <> 'old'");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Response post(Api api, String key, Map<String, ?> body) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/notes");
    }

    private Response resize(String path, String key, String ifMatch, int pages) {
        return writer.request()
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(Map.of("pages", pages))
                .post(path);
    }

    private static List<Response> atOnce(int threads, java.util.concurrent.Callable<Response> request)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Map<String, ?> note(String title) {
        return Map.of("title", title + " " + UUID.randomUUID(), "pages", 3);
    }
}
