package org.pengjiang.appeal.querycode;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.access.QueryCodes;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Whoever has no account looks up and rates with the number and the query code. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class LookingUpByQueryCodeTest {
    private static final Api NOBODY = Api.anonymous();
    private static final String LOOKUP = "/v1/appeals/lookup";
    private static final String WRONG = "0000-00000-0000";
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    /** Of this test, so that no other one has guessed there. */
    private String network = newNetwork();

    @Inject
    QueryCodes codes;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theCodeIsShownOnceAndOpensStatesAndPromisesAlone() {
        // Given
        Response filed = byPhone();
        String code = filed.path("queryCode");
        String no = filed.path("no");

        // When
        Response found = lookup(no, code);

        // Then
        found.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("appeals.no", contains(no))
                .body("appeals[0].state", equalTo("SUBMITTED"))
                .body("appeals[0].promises.clock", everyItem(oneOf("CONTACT", "RESOLVE", "LIMIT")))
                .body(
                        "appeals[0].promises.find { it.clock == 'CONTACT' }.dueAt",
                        equalTo(filed.path("clocks.find { it.clock == 'CONTACT' }.dueAt")));
        assertFalse(found.asString().contains("停水") || found.asString().contains("1381"), found::asString);
        lookup(no.toLowerCase(Locale.ROOT), " " + code.toLowerCase(Locale.ROOT).replace("-", " "))
                .then()
                .statusCode(200);
        assertFalse(AnAppeal.DISPATCHER.get(filed.header("Location")).asString().contains(code));
        lookup(no.replace("-", "–"), code.replace("-", "—")).then().statusCode(200);
        String bare = code.replace("-", "");
        for (String table : List.of("appeal", "event_log", "task", "search_text", "idempotency")) {
            for (String text : List.of(code, bare, hex(code), hex(bare))) {
                String stored = "SELECT count(*) FROM " + table + " t WHERE t::text ILIKE '%" + text + "%'";
                assertEquals(0, Log.count(stored), stored);
            }
        }
    }

    @Test
    void whoMayHandleWhatTheyFileGetsNoCode() {
        // Given
        Map<String, Object> matter = AnAppeal.filing();
        matter.remove("contact");
        Map<String, Object> submission = Map.of(
                "enterprise",
                Known.ENTERPRISE,
                "contact",
                Map.of("name", "范例甲", "phone", "13812341234"),
                "matters",
                List.of(matter));

        for (Api handler : List.of(AnAppeal.CLERK, AnAppeal.CLASS_MEMBER, AnAppeal.CLASS_HEAD)) {
            // When
            Response one = handler.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
            Response many = handler.post("/v1/submissions", submission);

            // Then
            one.then().log().ifValidationFails().statusCode(201).body("queryCode", nullValue());
            many.then().log().ifValidationFails().statusCode(201).body("queryCode", nullValue());
        }
        assertEquals(6, Log.count("SELECT count(*) FROM appeal WHERE query_code_hash IS NULL"));
    }

    @Test
    void whoFiledItAndHandledItRatesNothingByCode() {
        // Given
        Api both = Api.as(new Persona(
                "files-and-handles",
                List.of("DISPATCHER", "UNIT_CLERK"),
                Map.of("division", "440703101", "unit", "440703101")));
        Response filed = both.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.known(filed.path("id")));
        appeal.does(both, "sign", null).then().statusCode(200);
        appeal.does(both, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);

        // When
        Response rated = rate(filed.path("no"), filed.path("queryCode"), "SOLVED", 5);

        // Then
        rated.then().log().ifValidationFails().statusCode(409).body("code", equalTo("CODE_OF_HANDLER"));
        lookup(filed.path("no"), filed.path("queryCode"))
                .then()
                .statusCode(200)
                .body("appeals[0].ratable", equalTo(false));
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
    }

    @Test
    void aNetworkThatGuessesIsStoppedBeforeItLocksManyNumbers() {
        // Given
        Response filed = byPhone();
        String no = filed.path("no");
        String code = filed.path("queryCode");
        for (int i = 0; i < 20; i++) {
            lookup("A-440703-2026-99%02d".formatted(i), WRONG).then().statusCode(404);
        }

        // When
        Response stopped = lookup(no, WRONG);

        // Then
        stopped.then()
                .log()
                .ifValidationFails()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_REQUESTS"));
        lookup(no, code).then().statusCode(429);
        rate(no, code, "SOLVED", 5).then().statusCode(429);
        assertEquals(0, Log.count("SELECT count(*) FROM query_failure WHERE number = '" + no + "'"));
        network = newNetwork();
        for (int i = 0; i < 25; i++) {
            lookup(no, code).then().statusCode(200);
        }
    }

    @Test
    void aWrongTryIsForgottenAfterAnHour() {
        // Given
        lookup("A-440703-2026-9999", WRONG).then().statusCode(404);
        assertEquals(0, codes.forgetOld());
        Rows.execute("UPDATE query_failure SET failed_at = failed_at - interval '61 minutes'");

        // When
        int forgotten = codes.forgetOld();

        // Then
        assertEquals(1, forgotten);
        assertEquals(0, Log.count("SELECT count(*) FROM query_failure"));
    }

    @Test
    void aWrongCodeOfARatingCountsToo() {
        // Given
        Response filed = byPhone();
        for (int i = 0; i < 5; i++) {
            rate(filed.path("no"), WRONG, "SOLVED", 5).then().statusCode(404);
        }

        // When
        Response locked = lookup(filed.path("no"), filed.path("queryCode"));

        // Then
        locked.then().statusCode(404);
    }

    @Test
    void aDoubleClickRatesOnceAndGetsTheFirstAnswer() {
        // Given
        Response filed = byPhone();
        String no = filed.path("no");
        String code = filed.path("queryCode");
        replied(AnAppeal.known(filed.path("id")));
        String key = UUID.randomUUID().toString();

        // When
        List<Response> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> rate(key, no, code, "SOLVED", 5)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        Response first = rate(key, no, code, "SOLVED", 5);
        first.then().statusCode(200).body("state", equalTo("CLOSED"));
        for (Response answer : answers) {
            assertTrue(
                    answer.statusCode() == 200
                            ? answer.asString().equals(first.asString())
                            : answer.path("code").equals("REQUEST_IN_PROGRESS"),
                    answer::asString);
        }
    }

    @Test
    void aWrongCodeAndAnUnknownNumberAreAnsweredAlike() {
        // Given
        String no = byPhone().path("no");
        String other = byPhone().path("queryCode");

        // When
        Response wrong = lookup(no, other);
        Response unknown = lookup("A-440703-2026-9999", other);
        Response withoutCode = lookup("nothing", "x");

        // Then
        wrong.then().statusCode(404).body("code", equalTo("QUERY_CODE_WRONG"));
        assertEquals(said(wrong), said(unknown));
        assertEquals(said(wrong), said(withoutCode));
        assertEquals(wrong.headers().asList().size(), unknown.headers().asList().size());
        assertEquals(3, Log.count("SELECT count(*) FROM query_failure"));
    }

    @Test
    void fiveWrongTriesLockTheNumberForAnHourAlsoForTheRightCode() {
        // Given
        Response filed = byPhone();
        String no = filed.path("no");
        String code = filed.path("queryCode");
        for (int i = 0; i < 4; i++) {
            lookup(no, WRONG).then().statusCode(404);
        }
        lookup(no, code).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            lookup(no, WRONG).then().statusCode(404);
        }

        // When
        Response locked = lookup(no, code);

        // Then
        locked.then().statusCode(404);
        assertEquals(said(lookup(no, WRONG)), said(locked));
        rate(no, code, "SOLVED", 5).then().statusCode(404);
        Rows.execute("UPDATE query_failure SET failed_at = failed_at - interval '61 minutes'");
        lookup(no, code).then().statusCode(200);
    }

    @Test
    void whoFiledByPhoneRates() {
        // Given
        Response filed = byPhone();
        String no = filed.path("no");
        String code = filed.path("queryCode");
        AnAppeal appeal = AnAppeal.known(filed.path("id"));
        rate(no, code, "SOLVED", 5).then().statusCode(409).body("code", equalTo("COMMAND_NOT_ALLOWED"));
        replied(appeal);
        lookup(no, code).then().body("appeals[0].ratable", equalTo(true));

        // When
        rate(no, WRONG, "SOLVED", 5).then().statusCode(404);
        String key = UUID.randomUUID().toString();
        Response rated = rate(key, no, code, "SOLVED", 5);
        Response again = rate(key, no, code, "SOLVED", 5);

        // Then
        rated.then().log().ifValidationFails().statusCode(200).body("state", equalTo("CLOSED"));
        assertEquals(rated.asString(), again.asString());
        rate(key, no, code, "NOT", 1).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        rate(key, no, WRONG, "SOLVED", 5).then().statusCode(404);
        appeal.read()
                .then()
                .body("state", equalTo("CLOSED"))
                .body("rating.stars", equalTo(5))
                .body("rating.automatic", equalTo(false));
        assertEquals(1, Log.count("SELECT count(*) FROM rating WHERE account = 'query-code' AND means = 'CODE'"));
        assertEquals(
                List.of("CODE"),
                Log.events("appeal.rated.v1").stream()
                        .map(data -> data.path("means").asText())
                        .toList());
    }

    @Test
    void anAppellantWithoutCreditCodeRates() {
        // Given
        Response filed = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")));
        replied(AnAppeal.known(filed.path("id")));

        // When
        Response rated = rate(filed.path("no"), filed.path("queryCode"), "NOT", 1);

        // Then
        rated.then().log().ifValidationFails().statusCode(200).body("round", equalTo(2));
    }

    @Test
    void aRatingNamesOneAppeal() {
        // Given
        Map<String, Object> submission = new HashMap<>();
        Map<String, Object> matter = AnAppeal.filing();
        submission.put("contact", matter.remove("contact"));
        submission.put("matters", List.of(matter, matter));
        Response filed = AnAppeal.ENTERPRISE.post("/v1/submissions", submission);

        // Then
        rate(filed.path("no"), filed.path("queryCode"), "SOLVED", 5)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", hasItem("QUERY_NUMBER_OF_MANY"));
        NOBODY.post(LOOKUP, Map.of("number", "x"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/queryCode"))
                .body("errors.pointer", not(hasItem("/number")));
    }

    private static Response byPhone() {
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
        filed.then().log().ifValidationFails().statusCode(201);
        return filed;
    }

    private static void replied(AnAppeal appeal) {
        AnAppeal.contacted(AnAppeal.atTown(appeal));
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
    }

    private static String newNetwork() {
        return "198.51.100." + NETWORKS.incrementAndGet();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Response lookup(String number, String code) {
        return here().body(Map.of("number", number, "queryCode", code)).post(LOOKUP);
    }

    private RequestSpecification here() {
        return NOBODY.request().header("X-Forwarded-For", network).contentType("application/json");
    }

    private Response rate(String number, String code, String solved, int stars) {
        return rate(UUID.randomUUID().toString(), number, code, solved, stars);
    }

    private Response rate(String key, String number, String code, String solved, int stars) {
        return here().header("Idempotency-Key", key)
                .body(Map.of("number", number, "queryCode", code, "solved", solved, "stars", stars))
                .post(LOOKUP + "/rating");
    }

    /** Without what names the one request. */
    private static String said(Response answer) {
        return answer.statusCode() + " " + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
