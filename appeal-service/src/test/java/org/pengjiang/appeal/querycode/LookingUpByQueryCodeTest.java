package org.pengjiang.appeal.querycode;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** Whoever has no account looks up and rates with the number and the query code. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class LookingUpByQueryCodeTest {
    private static final Api NOBODY = Api.anonymous();
    private static final String LOOKUP = "/v1/appeals/lookup";
    private static final String WRONG = "0000-00000-0000";

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
        assertEquals(0, Log.count("SELECT count(*) FROM appeal WHERE appeal::text LIKE '%" + code + "%'"));
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE data::text LIKE '%" + code + "%'"));
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
        AnAppeal.contacted(AnAppeal.atTown(appeal));
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
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
        assertEquals(1, Log.count("SELECT count(*) FROM rating WHERE account = 'query-code'"));
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

    private static Response lookup(String number, String code) {
        return NOBODY.post(LOOKUP, Map.of("number", number, "queryCode", code));
    }

    private static Response rate(String number, String code, String solved, int stars) {
        return rate(UUID.randomUUID().toString(), number, code, solved, stars);
    }

    private static Response rate(String key, String number, String code, String solved, int stars) {
        return NOBODY.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("number", number, "queryCode", code, "solved", solved, "stars", stars))
                .post(LOOKUP + "/rating");
    }

    /** Without what names the one request. */
    private static String said(Response answer) {
        return answer.statusCode() + " " + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
