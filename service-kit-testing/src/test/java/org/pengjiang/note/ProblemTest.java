package org.pengjiang.note;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Every other refusal than that of a body. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class ProblemTest {
    private final Api writer = Api.as(Persona.of("problem-writer", "440703", "WRITER"));
    private final Api reader = Api.as(Persona.of("problem-reader", "440703", "READER"));

    @Test
    void nobodyIsRefusedWithChallenge() {
        Response answer = Api.anonymous().get("/v1/notes/" + UUID.randomUUID());

        assertEquals(401, answer.statusCode());
        assertProblem(answer, "UNAUTHENTICATED");
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer ", "Bearer a.b.c", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void aTokenThatDoesNotHoldIsNobody(String authorization) {
        Response answer =
                Api.anonymous().request().header("Authorization", authorization).get("/v1/me");

        assertEquals(401, answer.statusCode(), answer.asString());
        assertProblem(answer, "UNAUTHENTICATED");
    }

    @Test
    void tokensOfOthersAndOldOnesAreNobody() {
        Persona person = Persona.of("someone", "440703", "WRITER");
        for (Persona wrong : new Persona[] {
            person.with("iss", "http://elsewhere.test"),
            person.with("aud", "another-suite"),
            person.with("exp", 1_700_000_000L),
            person.with("sub", "system"),
            person.with("sub", " ")
        }) {
            Response answer = Api.as(wrong).get("/v1/me");

            assertEquals(401, answer.statusCode(), answer.asString());
            assertProblem(answer, "UNAUTHENTICATED");
        }
    }

    @Test
    void withoutTheRoleItIsForbidden() {
        assertProblem(reader.post("/v1/notes", CommandTest.note("x")), "FORBIDDEN");
        assertProblem(reader.get("/v1/notes/forgotten"), "FORBIDDEN");
    }

    @Test
    void outsideTheScopeItDoesNotExist() {
        String id = writer.post("/v1/notes", CommandTest.note("ours")).path("id");

        for (String division : new String[] {"440704", "440703101", "44070", "4408", "45", "999999", "no division"}) {
            Response answer = Api.as(Persona.of("other", division, "READER")).get("/v1/notes/" + id);
            assertEquals(404, answer.statusCode(), division);
            assertProblem(answer, "NOT_FOUND");
        }
        for (String division : new String[] {"44", "4407", "440703", "440703000000"}) {
            assertEquals(
                    200,
                    Api.as(Persona.of("same", division, "READER"))
                            .get("/v1/notes/" + id)
                            .statusCode(),
                    division);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1",
                "/v1/nothing",
                "/",
                "/v1/notes/not-a-uuid",
                "/v1/calendars/+2026",
                "/v1/calendars/%2B2026",
                "/v1/calendars/02026",
                "/v1/calendars/%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96",
                "/v1/notes/a/b/c",
                "/q/health",
                "/q/metrics",
                "/v1/notes/%00",
                "/v1/notes/..%2f..%2fetc",
                "/v2/notes"
            })
    void whatIsNotThereIs404(String path) {
        Response answer = reader.get(path);

        assertEquals(404, answer.statusCode(), answer.asString());
        assertProblem(answer, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me;a",
                "/v1/me;a=b",
                "/v1/me%3Ba",
                "/v1/me%2F",
                "//v1/me",
                "/v1//me",
                "/v1/./me",
                "/v1/x/../me",
                "/v1/me/",
                "/V1/ME",
                "/v1/me%20",
                "/v1/me%00",
                "/v1/m%65",
                "/v1;x/me",
                "/v1/notes/forgotten;a",
                "/v1/notes/forgotten%3Ba",
                "/v1/notes/forgotten%2F",
                "//v1/notes/forgotten",
                "/v1/notes/forgotten/"
            })
    void noSpellingOfAPathGetsPastTheToken(String path) {
        Response nobody = Api.anonymous().offTheSurface().get(path);
        Response anybody = reader.offTheSurface().get(path);

        assertTrue(nobody.statusCode() == 401 || nobody.statusCode() == 404, path + " " + nobody.statusCode());
        assertEquals("application/problem+json", nobody.contentType());
        if (path.contains("forgotten")) {
            assertTrue(anybody.statusCode() == 403 || anybody.statusCode() == 404, path + " " + anybody.statusCode());
        }
    }

    @Test
    void theWrongMethodNamesTheRightOnes() {
        Response answer = writer.request().delete("/v1/notes");

        assertEquals(405, answer.statusCode());
        assertProblem(answer, "METHOD_NOT_ALLOWED");
        assertTrue(answer.header("Allow").contains("POST"), answer.header("Allow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/notes|GET, HEAD, OPTIONS, POST",
                "/v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10|GET, HEAD, OPTIONS, PATCH",
                "/v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10/resize|OPTIONS, POST",
                "/v1/me|GET, HEAD, OPTIONS"
            })
    void whoAsksForTheMethodsLearnsTheSameAsWhoTakesAWrongOne(String path, String methods) {
        // When
        Response asked = writer.offTheSurface().request().options(path);
        Response wrong = writer.offTheSurface().request().delete(path);

        // Then
        assertEquals(200, asked.statusCode(), asked.asString());
        assertEquals(405, wrong.statusCode(), wrong.asString());
        assertEquals(List.of(methods), asked.headers().getValues("Allow"));
        assertEquals(List.of(methods), wrong.headers().getValues("Allow"));
    }

    @Test
    void onlyJsonIsServedAndTaken() {
        Response notAcceptable = writer.request().accept("application/xml").get("/v1/me");
        Response unsupported =
                writer.request().contentType("application/xml").body("<a/>").post("/v1/notes");
        Response noType = writer.request().body("{}".getBytes()).post("/v1/notes");

        assertEquals(406, notAcceptable.statusCode());
        assertProblem(notAcceptable, "NOT_ACCEPTABLE");
        assertEquals(415, unsupported.statusCode());
        assertProblem(unsupported, "UNSUPPORTED_MEDIA_TYPE");
        assertEquals(415, noType.statusCode(), noType.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/notes, application/vnd.note+json, application/json",
        "POST, /v1/notes, application/merge-patch+json, application/json",
        "POST, /v1/notes, text/json, application/json",
        "POST, /v1/notes, */*, application/json",
        "POST, /v1/notes, ;, application/json",
        "POST, /v1/notes/import, application/json, text/csv",
        "POST, /v1/notes/import, text/csv;charset=none, text/csv;charset=UTF-8",
        "PATCH, /v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10, application/json, application/merge-patch+json",
        "PATCH, /v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10, a/b/c, application/merge-patch+json",
        "PATCH, /v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10, , application/merge-patch+json"
    })
    void aBodyOfAnotherTypeIsToldTheTypeThatTheOperationTakes(String method, String path, String type, String taken) {
        // Given
        var request = writer.request()
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"0\"");

        // When
        Response answer = (type == null
                        ? request
                        : request.header("Content-Type", type).body("{}".getBytes()))
                .request(method, path);

        // Then
        assertEquals(415, answer.statusCode(), answer.asString());
        assertProblem(answer, "UNSUPPORTED_MEDIA_TYPE");
        assertEquals("The body must be " + taken + ".", answer.path("detail"));
        assertNull(answer.header("Accept-Encoding"), "it was not the encoding");
    }

    @Test
    void anEncodedBodyIsToldThatNoneIsDecoded() {
        // When
        Response gzip = encoded("gzip");
        Response twice = encoded("identity, GZIP");
        Response plain = encoded("Identity");

        // Then
        for (Response answer : List.of(gzip, twice)) {
            assertEquals(415, answer.statusCode(), answer.asString());
            assertProblem(answer, "UNSUPPORTED_MEDIA_TYPE");
            assertEquals("identity", answer.header("Accept-Encoding"));
        }
        assertEquals(201, plain.statusCode(), plain.asString());
    }

    private Response encoded(String coding) {
        return writer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Content-Encoding", coding)
                .contentType("application/json")
                .body(CommandTest.note("encoded"))
                .post("/v1/notes");
    }

    @Test
    void allUnknownParametersAreNamed() {
        Response answer = writer.get("/v1/notes?limit=3&colour=red&page=2");

        assertEquals(400, answer.statusCode());
        assertProblem(answer, "PARAMETER_UNKNOWN");
        answer.then().body("errors.pointer", hasItems("query:colour", "query:page"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400, query:limit",
        "limit=201, 400, query:limit",
        "limit=-1, 400, query:limit",
        "limit=0&minPages=-1, 400, query:minPages"
    })
    void parametersOutOfRangeAreNamed(String query, int status, String pointer) {
        Response answer = writer.get("/v1/notes?" + query);

        assertEquals(status, answer.statusCode(), answer.asString());
        answer.then().body("errors.pointer", hasItems(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=abc",
                "limit=99999999999",
                "limit=%2B5",
                "limit=05",
                "limit=%EF%BC%95",
                "minPages=-0",
                "limit=1.5",
                "minPages=x",
                "limit=",
                "cursor=x",
                "cursor=AAAA",
                "cursor=%00",
                "title=%00",
                "title=%ff"
            })
    void parametersOfNoSenseAreRefused(String query) {
        Response answer = writer.get("/v1/notes?" + query);

        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("application/problem+json", answer.contentType());
    }

    @Test
    void aBodyOverOneMebibyteIsTooLargeUnlessItIsAnUpload() {
        String large = "x".repeat((1 << 20) + 1);

        Response refused = writer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("\"" + large + "\"")
                .post("/v1/notes");
        Response uploaded = upload(large);
        Response tooLarge = upload("x".repeat((3 << 20) + 1));

        assertEquals(413, refused.statusCode());
        assertProblem(refused, "BODY_TOO_LARGE");
        assertEquals(202, uploaded.statusCode(), uploaded.asString());
        assertEquals(413, tooLarge.statusCode());
    }

    private Response upload(String csv) {
        return writer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv.getBytes())
                .post("/v1/notes/import");
    }

    @Test
    void ourOwnMistakesLeakNothingAndStandInTheLogWithTheirTraceId() {
        StringBuilder log = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    log.append(line.getMessage()).append(line.getThrown());
                    for (Object parameter : line.getParameters() == null ? new Object[0] : line.getParameters()) {
                        log.append(' ').append(parameter);
                    }
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("suite.http").addHandler(handler);

        Response thrown = reader.get("/v1/notes/broken/exception");
        Response result = reader.get("/v1/notes/broken/result");

        Logger.getLogger("suite.http").removeHandler(handler);
        assertEquals(500, thrown.statusCode());
        assertProblem(thrown, "INTERNAL");
        thrown.then().body(not(containsString("secret")));
        assertEquals(500, result.statusCode());
        assertProblem(result, "INTERNAL");
        assertTrue(log.toString().contains(thrown.<String>path("traceId")), log.toString());
        assertTrue(log.toString().contains(result.<String>path("traceId")), log.toString());
        assertTrue(log.toString().contains("secret exception"), log.toString());
    }

    @Test
    void theTraceOfTheCallerGoesOnAndTwoOfItsRequestsStayTwo() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        List<Response> answers = Stream.of("first", "second")
                .map(path -> reader.request()
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .get("/v1/" + path))
                .toList();

        for (Response answer : answers) {
            assertEquals(trace, answer.path("traceId"));
            assertTrue(
                    answer.<String>path("instance").matches("urn:pengjiang:request:[0-9a-f]{16}"), answer.asString());
        }
        assertNotEquals(
                answers.getFirst().<String>path("instance"), answers.getLast().<String>path("instance"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|zh-CN",
                "en|en",
                "en-GB|en",
                "zh|zh-CN",
                "zh-TW|zh-CN",
                "fr|zh-CN",
                "fr, en;q=0.5|en",
                "zh;q=0.1, en;q=0.9|en",
                "en;q=0|zh-CN",
                "*|zh-CN",
                "garbage;;;q=x|zh-CN"
            })
    void theLanguageIsTheCallersFirstThatWeSpeak(String accepted, String expected) {
        Response answer = reader.request().header("Accept-Language", accepted).get("/v1/nothing");

        assertEquals(expected, answer.header("Content-Language"));
        assertEquals(expected.equals("en") ? "Not found" : "未找到", answer.path("title"));
    }

    @Test
    void aNamedConstraintHasItsCode() {
        var note = CommandTest.note("unique");
        writer.post("/v1/notes", note).then().statusCode(201);

        Response answer = writer.post("/v1/notes", note);

        assertEquals(409, answer.statusCode(), answer.asString());
        assertProblem(answer, "NOTE_TITLE_TAKEN");
        answer.then().body("title", equalTo("标题已被使用"));
    }

    @Test
    void meSaysWhoIAm() {
        Api.as(Persona.of("me", "440703101000", "WRITER", "READER")
                        .with("teams", java.util.List.of("T01"))
                        .with("unit", "U1"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("me"))
                .body("division", equalTo("440703101"))
                .body("roles", equalTo(java.util.List.of("READER", "WRITER")))
                .body("teams", equalTo(java.util.List.of("T01")))
                .body("unit", equalTo("U1"))
                .body("enterprise", equalTo(null))
                .body("subject", notNullValue());
    }
}
