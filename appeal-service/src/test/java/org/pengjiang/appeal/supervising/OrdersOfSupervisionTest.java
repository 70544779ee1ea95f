package org.pengjiang.appeal.supervising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;

/** Supervision orders, the head reports, and supervision clears. It is Friday 17:00, and the Sunday after it is worked. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class OrdersOfSupervisionTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Api LEADER = Api.as("leader");
    private static final String ORDERS = "supervision-orders";
    private static final Map<String, Object> REPORT = Map.of("text", "管网已检修（虚构）。");
    private static final Map<String, Object> CLEARED = Map.of("note", "已落实，同意销号。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void anOrderIsReportedOnSentBackReportedOnAgainAndCleared() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        SUPERVISOR
                .get(appeal.path())
                .then()
                .body("allowedCommands", hasItem("orderSupervision"))
                .body("allowedCommands", not(hasItem("clearSupervision")));

        // When
        Response ordered = appeal.does(SUPERVISOR, ORDERS, order("dueOn", "2026-09-20"));

        // Then
        ordered.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("supervisionLevel", equalTo(2))
                .body("allowedCommands", not(hasItem("clearSupervision")));
        task(AnAppeal.HEAD, "order-to-report-on")
                .then()
                .body("items.link", contains(appeal.path()))
                .body("items[0].dueAt", equalTo("2026-09-20T17:30:00+08:00"));
        task(AnAppeal.CLERK, "order-to-report-on").then().body("items", empty());
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("reportOnOrder"));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", not(hasItem("reportOnOrder")));

        // When
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", REPORT)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", REPORT)
                .then()
                .statusCode(409)
                .body("code", equalTo("ORDER_NOT_OPEN"));
        task(SUPERVISOR, "order-to-clear").then().body("items.link", contains(appeal.path()));
        SUPERVISOR.get(appeal.path()).then().body("allowedCommands", hasItems("clearSupervision", "sendBackReport"));
        appeal.does(SUPERVISOR, ORDERS + "/1/send-back", Map.of("reason", "没有照片", "workingDays", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        task(SUPERVISOR, "order-to-clear").then().body("items", empty());
        task(AnAppeal.HEAD, "order-to-report-on").then().body("items[0].dueAt", equalTo("2026-09-20T17:30:00+08:00"));
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", REPORT).then().statusCode(200);
        Response cleared = appeal.does(SUPERVISOR, ORDERS + "/1/clear", CLEARED);

        // Then
        cleared.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("allowedCommands", not(hasItem("clearSupervision")));
        AnAppeal.HEAD
                .get(appeal.path() + "/" + ORDERS)
                .then()
                .log()
                .ifValidationFails()
                .body("status", contains("CLEARED"))
                .body("[0].unit", equalTo("440703101"))
                .body("[0].reports.number", contains(1, 2))
                .body("[0].reports.sentBackReason", contains("没有照片", null))
                .body("[0].note", equalTo(CLEARED.get("note")));
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE kind LIKE 'order-%' AND done_at IS NULL"));
        assertEquals(
                List.of("UNIT 440703101"),
                texts("SELECT recipient_kind || ' ' || recipient FROM notice WHERE kind = 'order-cleared'"));
        for (String type : List.of("appeal.supervision-ordered.v1", "appeal.supervision-cleared.v1")) {
            texts("SELECT data FROM event_log WHERE type = ?", type)
                    .forEach(event -> EventSchemas.assertMatches(type, event));
            assertEquals(1, Log.events(type).size(), type);
        }
    }

    @Test
    void theEnterpriseLearnsNothingOfIt() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        appeal.does(SUPERVISOR, ORDERS, order("workingDays", 2)).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", REPORT).then().statusCode(200);
        appeal.does(SUPERVISOR, ORDERS + "/1/clear", CLEARED).then().statusCode(200);

        // Then
        for (String path :
                List.of(appeal.path(), appeal.path() + "/timeline", appeal.path() + "/clocks", "/v1/changes")) {
            String shown = AnAppeal.ENTERPRISE.get(path).asString();
            assertFalse(shown.toLowerCase(java.util.Locale.ROOT).contains("supervision"), path + " " + shown);
            assertFalse(shown.contains("\"ORDER\""), path + " " + shown);
        }
        AnAppeal.ENTERPRISE.get(appeal.path() + "/" + ORDERS).then().statusCode(403);
        AnAppeal.DEPARTMENT_CLERK.get(appeal.path() + "/" + ORDERS).then().statusCode(403);
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/" + ORDERS).then().statusCode(404);
    }

    @Test
    void theLeaderOrdersAndSupervisionAloneClears() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        appeal.does(LEADER, ORDERS, order("workingDays", 3))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        // Then
        appeal.read().then().body("supervisionLevel", equalTo(3));
        for (Api who : List.of(LEADER, AnAppeal.HEAD, AnAppeal.DISPATCHER)) {
            appeal.does(who, ORDERS + "/1/clear", CLEARED).then().statusCode(403);
        }
        appeal.does(SUPERVISOR, ORDERS + "/1/clear", CLEARED)
                .then()
                .statusCode(409)
                .body("code", equalTo("ORDER_NOT_REPORTED"));
        appeal.does(SUPERVISOR, ORDERS + "/1/send-back", Map.of("reason", "x", "workingDays", 1))
                .then()
                .statusCode(409);
        for (Api who : List.of(AnAppeal.CLERK, AnAppeal.ENTERPRISE, SUPERVISOR)) {
            appeal.does(who, ORDERS + "/1/report", REPORT).then().statusCode(403);
        }
        appeal.does(SUPERVISOR, ORDERS + "/2/clear", CLEARED).then().statusCode(404);
    }

    @Test
    void whoeverReportedDoesNotClear() {
        // Given
        Api both = Api.as(new Persona(
                "heads-and-supervises",
                List.of("UNIT_HEAD", "SUPERVISOR"),
                Map.of("division", "440703101", "unit", "440703101")));
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(SUPERVISOR, ORDERS, order("workingDays", 3)).then().statusCode(201);
        appeal.does(both, ORDERS + "/1/report", REPORT).then().statusCode(200);

        // When, Then
        appeal.does(both, ORDERS + "/1/clear", CLEARED).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        appeal.does(both, ORDERS + "/1/send-back", Map.of("reason", "x", "workingDays", 1))
                .then()
                .statusCode(403);
        appeal.does(SUPERVISOR, ORDERS + "/1/clear", CLEARED).then().statusCode(200);
    }

    @Test
    void ofAnAppealThatHasEndedSupervisionClearsWithoutAReport() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(SUPERVISOR, ORDERS, order("workingDays", 3)).then().statusCode(201);

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);

        // Then
        task(AnAppeal.HEAD, "order-to-report-on").then().body("items", empty());
        task(SUPERVISOR, "order-to-clear").then().body("items.link", contains(appeal.path()));
        appeal.does(SUPERVISOR, ORDERS + "/1/clear", CLEARED)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE done_at IS NULL"));
    }

    @Test
    void badInputIsRefusedWithEveryFault() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> both = new HashMap<>(order("workingDays", 3));
        both.put("dueOn", "2026-09-20");

        // When, Then
        appeal.does(SUPERVISOR, ORDERS, Map.of("content", " ", "workingDays", 0))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.pointer", hasItems("/content", "/workingDays"));
        for (Map<String, Object> said : List.of(both, Map.<String, Object>of("content", "x"))) {
            appeal.does(SUPERVISOR, ORDERS, said)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/workingDays"))
                    .body("errors.code", contains("ORDER_DUE_NOT_ONE"));
        }
        // today, a day off, before today, too far ahead
        for (String day : List.of("2026-09-18", "2026-09-19", "2026-09-01", "2027-01-15", "9999-12-31")) {
            appeal.does(SUPERVISOR, ORDERS, order("dueOn", day))
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(422)
                    .body("errors.pointer", contains("/dueOn"))
                    .body("errors.code", contains("ORDER_DUE_UNUSABLE"));
        }
        SUPERVISOR
                .post(appeal.path() + "/" + ORDERS, order("workingDays", 3))
                .then()
                .statusCode(428);
        appeal.does(AnAppeal.CLERK, ORDERS, order("workingDays", 3)).then().statusCode(403);
        appeal.does(SUPERVISOR, ORDERS, order("workingDays", 3)).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", Map.of("text", "x", "fileIds", List.of(Known.PROJECT)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/fileIds/0"));
        appeal.does(AnAppeal.HEAD, ORDERS + "/1/report", Map.of()).then().statusCode(400);
        AnAppeal waiting = AnAppeal.filed(AnAppeal.filing());
        waiting.does(SUPERVISOR, ORDERS, order("workingDays", 3))
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
        appeal.read().then().body("clocks.findAll { it.clock == 'ORDER' }.met", contains(nullValue()));
    }

    private static Map<String, Object> order(String member, Object value) {
        return Map.of("content", "三日内恢复供水并反馈（虚构）。", member, value);
    }

    private static Response task(Api who, String kind) {
        return who.get("/v1/tasks?mine&kind=" + kind);
    }
}
