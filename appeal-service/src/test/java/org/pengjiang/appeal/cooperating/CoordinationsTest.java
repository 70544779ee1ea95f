package org.pengjiang.appeal.cooperating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** The town handles an appeal and calls two departments together. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class CoordinationsTest {
    private static final String DEPARTMENT = "440703-ZR";
    private static final String WATER = "440703-SW";
    private static final String MEETING = "2026-09-20T01:00:00Z";
    private static final Api CO_CLERK = AnAppeal.DEPARTMENT_CLERK;
    private static final Api WATER_CLERK =
            Api.as(Persona.of("clerk-of-water", "440703", "UNIT_CLERK").with("unit", WATER));

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.write("INSERT INTO known_unit VALUES"
                + " (gen_random_uuid(), '440703-SW', 'Water department (fictional)', '440703', 'DEPARTMENT', 1)");
    }

    @Test
    void theLeadCallsUnitsTogetherAndBothSidesScoreEachOther() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response called = call(appeal, MEETING, DEPARTMENT, WATER);

        // Then
        called.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("open", equalTo(true))
                .body("meetAt", equalTo(MEETING))
                .body("units.unit", contains(DEPARTMENT, WATER))
                .body("units.dueAt", contains(MEETING, MEETING));
        for (Api who : List.of(CO_CLERK, WATER_CLERK)) {
            who.get("/v1/tasks?mine")
                    .then()
                    .body("items.kind", contains("coordination-to-attend"))
                    .body("items[0].dueAt", equalTo("2026-09-20T09:00:00+08:00"));
            who.get(appeal.path())
                    .then()
                    .body("view", equalTo("HANDLER"))
                    .body("allowedCommands", contains("reportArrival", "declineCoordination"));
        }
        AnAppeal.CLERK.get("/v1/tasks?mine").then().body("items.kind", hasItem("coordination-to-record"));

        // When: one comes, one does not
        appeal.does(CO_CLERK, "coordinations/1/arrival", Map.of("whoCame", "范例科长"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("units[0].inTime", equalTo(true))
                .body("units[0].whoCame", equalTo("范例科长"));
        appeal.does(WATER_CLERK, "coordinations/1/decline", Map.of("reason", "当日有抢修（虚构）。"))
                .then()
                .statusCode(200)
                .body("units[1].declineReason", equalTo("当日有抢修（虚构）。"));

        // Then
        conflict(appeal.does(CO_CLERK, "coordinations/1/arrival", Map.of("whoCame", "范例科长")), "ARRIVED_ALREADY");
        WATER_CLERK.get(appeal.path()).then().body("allowedCommands", empty());
        assertEquals(1, Log.count("SELECT count(*) FROM notice WHERE kind = 'coordination-declined'"));
        conflict(appeal.does(AnAppeal.CLERK, "coordinations/1/scores", score(DEPARTMENT, 4)), "COORDINATION_OPEN");

        // When
        appeal.does(AnAppeal.CLERK, "coordinations/1/minutes", Map.of("minutes", "更换阀门（虚构）。"))
                .then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("minutes", equalTo("更换阀门（虚构）。"));

        // Then
        CO_CLERK.get("/v1/tasks?mine").then().body("items.kind", contains("lead-to-score"));
        CO_CLERK.get(appeal.path()).then().body("allowedCommands", contains("scoreCoordination"));
        AnAppeal.CLERK.get("/v1/tasks?mine").then().body("items.kind", hasItem("units-to-score"));
        conflict(appeal.does(AnAppeal.CLERK, "coordinations/1/minutes", Map.of("minutes", "再写")), "COORDINATION_ENDED");
        appeal.does(AnAppeal.CLERK, "coordinations/1/scores", score("440703-XX", 4))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_NOT_CALLED"))
                .body("errors[0].pointer", equalTo("/unit"));
        conflict(appeal.does(AnAppeal.CLERK, "coordinations/1/scores", score(WATER, 4)), "DECLINED_ALREADY");
        appeal.does(AnAppeal.CLERK, "coordinations/1/scores", score(DEPARTMENT, 4))
                .then()
                .statusCode(200)
                .body("units[0].scoreByLead", equalTo(4));
        conflict(appeal.does(AnAppeal.CLERK, "coordinations/1/scores", score(DEPARTMENT, 5)), "SCORED_ALREADY");
        appeal.does(CO_CLERK, "coordinations/1/scores", score(DEPARTMENT, 5))
                .then()
                .statusCode(200)
                .body("units[0].scoreByUnit", equalTo(5))
                .body("units[0].scoreByLead", equalTo(4));
        for (Api who : List.of(CO_CLERK, AnAppeal.CLERK)) {
            who.get(appeal.path()).then().body("allowedCommands", not(hasItem("scoreCoordination")));
            who.get("/v1/tasks?mine").then().body("items.kind", not(hasItem("units-to-score")));
        }
        assertEquals(
                List.of(
                        "appeal.coordination-called.v1",
                        "appeal.arrived.v1",
                        "appeal.coordination-declined.v1",
                        "appeal.coordination-ended.v1",
                        "appeal.coordination-scored.v1",
                        "appeal.coordination-scored.v1"),
                Log.types(appeal.id).stream()
                        .filter(type -> type.contains("coordination") || type.contains("arrived"))
                        .toList());
        assertTrue(Log.events("appeal.arrived.v1").stream()
                .noneMatch(event -> event.toString().contains("范例科长")));
    }

    @Test
    void ofAnEmergencyEachComesWithinThirtyMinutes() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.filed(AnAppeal.filing("urgency", "EMERGENCY"))));

        // Then
        call(appeal, MEETING, DEPARTMENT).then().statusCode(422).body("errors.code", contains("MEETING_TOO_LATE"));
        Response called = call(appeal, null, DEPARTMENT);
        called.then().log().ifValidationFails().statusCode(201);
        assertTrue(called.<String>path("meetAt").startsWith("2026-09-18T09:3"), called.asString());
        assertTrue(called.<String>path("units[0].dueAt").startsWith("2026-09-18T09:3"), called.asString());

        // When: nobody comes
        Rows.execute("UPDATE deadline_clock SET due_at = '2026-09-18T08:59:00Z', next_fire_at = '2026-09-18T08:59:01Z',"
                + " next_level = 100 WHERE type = 'ARRIVAL'");
        conflict(appeal.does(CO_CLERK, "coordinations/1/decline", Map.of("reason", "当日有抢修")), "ARRIVAL_OVERDUE");
        CO_CLERK.get(appeal.path()).then().body("allowedCommands", contains("reportArrival"));
        appeal.does(CO_CLERK, "coordinations/1/arrival", Map.of("whoCame", "范例科长"))
                .then()
                .statusCode(200)
                .body("units[0].inTime", equalTo(false));

        // Then
        assertEquals(
                List.of("ARRIVAL 440703-ZR"),
                Log.events("appeal.breached.v1").stream()
                        .map(event -> event.path("clock").asText() + " "
                                + event.path("unitAtDue").asText())
                        .toList());
        assertFalse(appeal.read().<Boolean>path("breached"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // Then
        appeal.does(AnAppeal.CLERK, "coordinations", Map.of("units", List.of()))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/units", "/purpose", "/place"));
        call(appeal, null, "no-such-unit", DEPARTMENT, "440703101", DEPARTMENT)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/units/0", "/units/2", "/units/3", "/meetAt"))
                .body("errors.code", contains("UNIT_UNKNOWN", "UNIT_IS_LEAD", "UNIT_TWICE", "MEETING_TIME_MISSING"));
        call(appeal, "2026-09-18T08:00:00Z", DEPARTMENT)
                .then()
                .statusCode(422)
                .body("errors.code", contains("MEETING_NOT_AHEAD"));
        call(appeal, "2026-10-20T08:00:00Z", DEPARTMENT)
                .then()
                .statusCode(422)
                .body("errors.code", contains("MEETING_TOO_LATE"));
        assertEquals(0, Log.count("SELECT count(*) FROM called_unit"));

        // Given
        call(appeal, MEETING, DEPARTMENT).then().statusCode(201);

        // Then
        appeal.does(CO_CLERK, "coordinations/2/arrival", Map.of("whoCame", "范例科长"))
                .then()
                .statusCode(404);
        appeal.does(AnAppeal.CLERK, "coordinations/1/arrival", Map.of("whoCame", "范例科长"))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_CO_HANDLER"));
        appeal.does(CO_CLERK, "coordinations/1/minutes", Map.of("minutes", "虚构"))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HANDLER"));
        appeal.does(CO_CLERK, "coordinations/1/scores", Map.of("score", 6))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/unit", "/score"));
    }

    @Test
    void onlyThoseInvolvedReadIt() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        call(appeal, MEETING, DEPARTMENT).then().statusCode(201);
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);

        // Then
        for (Api who : List.of(AnAppeal.ENTERPRISE, WATER_CLERK, Api.as("assessor"))) {
            assertEquals(403, who.get(appeal.path() + "/coordinations").statusCode());
            assertFalse(who.get(appeal.path() + "/timeline").asString().contains("coordination"));
            assertFalse(who.get("/v1/changes?limit=200").asString().contains("coordination"));
        }
        for (Api who : List.of(AnAppeal.CLERK, CO_CLERK, AnAppeal.DISPATCHER, Api.as("supervisor"))) {
            who.get(appeal.path() + "/coordinations").then().statusCode(200).body("place", contains("厂区东门"));
        }

        // When: the reply ends it
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);

        // Then
        AnAppeal.CLERK.get(appeal.path() + "/coordinations").then().body("open", contains(false));
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE kind LIKE 'coordination%' AND done_at IS NULL"));
        assertEquals(List.of("STOPPED"), Rows.texts("SELECT state FROM deadline_clock WHERE type = 'ARRIVAL'"));
        CO_CLERK.get(appeal.path()).then().body("view", equalTo("HANDLER")).body("allowedCommands", empty());
        CO_CLERK.get(appeal.path() + "/coordinations").then().body("seq", contains(1));
    }

    private static Response call(AnAppeal appeal, String meetAt, String... units) {
        Map<String, Object> body =
                new HashMap<>(Map.of("units", List.of(units), "purpose", "现场查漏（虚构）。", "place", "厂区东门"));
        if (meetAt != null) {
            body.put("meetAt", meetAt);
        }
        return appeal.does(AnAppeal.CLERK, "coordinations", body);
    }

    private static Map<String, Object> score(String unit, int score) {
        return Map.of("unit", unit, "score", score);
    }

    private static void conflict(Response refused, String code) {
        refused.then().statusCode(409).body("code", equalTo(code));
    }
}
