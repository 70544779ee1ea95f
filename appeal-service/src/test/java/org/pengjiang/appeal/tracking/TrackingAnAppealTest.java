package org.pengjiang.appeal.tracking;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** What cannot be solved now is tracked by a plan, step by step, until it is answered. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class TrackingAnAppealTest {
    private static final Api LEADER = Api.as("leader");
    private static final Api SUPERVISOR = Api.as("supervisor");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    private static Map<String, Object> plan() {
        Map<String, Object> plan = new HashMap<>();
        plan.put("reason", "管网改造需跨年度实施（虚构）。");
        plan.put("plan", "分两期更换主管（虚构）。");
        plan.put("consent", "CONSENTED");
        plan.put(
                "milestones",
                List.of(
                        Map.of("content", "完成设计（虚构）", "dueOn", "2026-10-20"),
                        Map.of("content", "完成施工（虚构）", "dueOn", "2026-12-31")));
        return plan;
    }

    private static AnAppeal tracked() {
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(AnAppeal.HEAD, "tracking/propose", plan())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(LEADER, "tracking/approve", Map.of())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("TRACKING"));
        return appeal;
    }

    @Test
    void aPlanOfTheHeadIsDecidedByTheLeader() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("proposeTracking"));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", not(hasItem("proposeTracking")));
        LEADER.get(appeal.path()).then().body("allowedCommands", not(hasItem("trackAppeal")));
        appeal.does(LEADER, "tracking/approve", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("TRACKING_NOT_PROPOSED"));

        // When
        appeal.does(AnAppeal.HEAD, "tracking/propose", plan())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"));

        // Then
        appeal.does(AnAppeal.HEAD, "tracking/propose", plan())
                .then()
                .statusCode(409)
                .body("code", equalTo("TRACKING_WAITS"));
        LEADER.get(appeal.path()).then().body("allowedCommands", hasItems("trackAppeal", "refuseTracking"));
        assertEquals(List.of("tracking-to-decide"), LEADER.get("/v1/tasks?mine").<List<String>>path("items.kind"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/tracking")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        appeal.does(AnAppeal.CLERK, "tracking/approve", Map.of()).then().statusCode(403);
        appeal.does(LEADER, "tracking/refuse", Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        appeal.does(LEADER, "tracking/refuse", Map.of("reason", "方案过于简单（虚构）。"))
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"));
        AnAppeal.HEAD
                .get(appeal.path() + "/tracking")
                .then()
                .body("outcome", contains("REFUSED"))
                .body("decision", contains("方案过于简单（虚构）。"))
                .body("milestones[0].status", contains("PLANNED", "PLANNED"));
        assertEquals(List.of(), LEADER.get("/v1/tasks?mine").<List<String>>path("items.kind"));
        assertEquals(1, Log.count("SELECT count(*) FROM notice WHERE kind = 'tracking-refused'"));
    }

    @Test
    void everyFaultOfAPlanIsNamedAndNothingIsHalfWritten() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> bad = plan();
        bad.put("plan", "请联系13812341234。");
        bad.put("consent", "REFUSED");
        bad.put(
                "milestones",
                List.of(
                        Map.of("content", "今日", "dueOn", "2026-09-18"),
                        Map.of("content", "太远", "dueOn", "2036-01-01")));

        // When
        Response empty = appeal.does(AnAppeal.HEAD, "tracking/propose", Map.of("milestones", List.of()));
        Response refused = appeal.does(AnAppeal.HEAD, "tracking/propose", bad);

        // Then
        empty.then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/plan", "/consent", "/milestones"));
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/plan", "/consentNote", "/milestones/0/dueOn", "/milestones/1/dueOn"));
        assertEquals(0, Log.count("SELECT count(*) FROM tracking_plan") + Log.count("SELECT count(*) FROM milestone"));
    }

    @Test
    void whoeverNeverReachesTheEnterpriseReadsNoNumber() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> plan = plan();
        plan.put("reason", "企业联系人13812341234（虚构）。");
        plan.put("consent", "NOT_REACHED");
        plan.put("consentNote", "拨打13812341234无人接听（虚构）。");
        appeal.does(AnAppeal.HEAD, "tracking/propose", plan).then().statusCode(200);

        // When
        Response refused = appeal.does(LEADER, "tracking/refuse", Map.of("reason", "先联系13812341234（虚构）。"));

        // Then
        refused.then().log().ifValidationFails().statusCode(200);
        String masked = "138****1234";
        SUPERVISOR
                .get(appeal.path() + "/tracking")
                .then()
                .log()
                .ifValidationFails()
                .body("reason", contains(containsString(masked)))
                .body("consentNote", contains(containsString(masked)))
                .body("decision", contains(containsString(masked)));
        AnAppeal.HEAD.get(appeal.path() + "/tracking").then().body("reason", contains(plan.get("reason")));
    }

    @Test
    void fromThePlanToTheAnswer() {
        // Given
        AnAppeal appeal = tracked();
        appeal.read()
                .then()
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("STOPPED"))
                .body("clocks.find { it.clock == 'LIMIT' }.state", equalTo("STOPPED"))
                .body("clocks.findAll { it.clock == 'MILESTONE' }.state", contains("RUNNING", "RUNNING"))
                .body("clocks.findAll { it.clock == 'NEXT_UPDATE' }.state", contains("STOPPED", "RUNNING"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/tracking")
                .then()
                .statusCode(200)
                .body("outcome", contains("GRANTED"))
                .body("[0].reason", nullValue())
                .body("[0].milestones.dueAt", contains("2026-10-20T09:30:00Z", "2026-12-31T09:30:00Z"))
                .body("[0].milestones.status", contains("OPEN", "OPEN"));
        assertEquals(
                List.of("milestone-to-meet", "milestone-to-meet", "progress-to-report"),
                AnAppeal.CLERK.get("/v1/tasks?mine").<List<String>>path("items.kind").stream()
                        .sorted()
                        .toList());
        appeal.does(AnAppeal.CLERK, "tracking/finish", AnAppeal.reply())
                .then()
                .statusCode(409)
                .body("code", equalTo("MILESTONES_OPEN"))
                .body("milestones", contains(1, 2));

        // When
        appeal.does(AnAppeal.CLERK, "tracking/progress", Map.of("text", "设计已委托（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(AnAppeal.CLERK, "tracking/milestones/1/meet", Map.of("evidence", "设计图已审（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(AnAppeal.CLERK, "tracking/milestones/2/waive", Map.of("reason", "并入市级工程（虚构）。"))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HEAD"));
        appeal.does(AnAppeal.HEAD, "tracking/milestones/2/waive", Map.of("reason", "并入市级工程（虚构）。"))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.CLERK, "tracking/milestones/2/meet", Map.of("evidence", "已完成（虚构）。"))
                .then()
                .statusCode(409)
                .body("code", equalTo("MILESTONE_SETTLED"));
        appeal.does(AnAppeal.CLERK, "tracking/milestones/9/meet", Map.of("evidence", "已完成（虚构）。"))
                .then()
                .statusCode(404);
        AnAppeal.CLERK
                .get(appeal.path())
                .then()
                .body("allowedCommands", hasItem("finishTracking"))
                .body("allowedCommands", not(hasItem("meetMilestone")));
        assertEquals(
                List.of("progress-to-report", "tracking-to-finish"),
                AnAppeal.CLERK.get("/v1/tasks?mine").<List<String>>path("items.kind").stream()
                        .sorted()
                        .toList());
        appeal.does(AnAppeal.CLERK, "tracking/finish", AnAppeal.reply())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REVIEW"))
                .body("round", equalTo(1));

        // Then
        appeal.read()
                .then()
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"))
                .body("clocks.findAll { it.clock == 'NEXT_UPDATE' }.state", contains("STOPPED", "MET", "RUNNING"))
                .body("clocks.findAll { it.clock == 'MILESTONE' }.state", contains("MET", "STOPPED"));
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLIED"))
                .body("clocks.find { it.clock == 'RESOLVE' }.met", equalTo(true));
        AnAppeal.ENTERPRISE.get(appeal.path() + "/messages").then().body("body", contains("设计已委托（虚构）。"));
        AnAppeal.ENTERPRISE
                .get("/v1/changes?limit=100")
                .then()
                .body(
                        "items.type",
                        hasItems("appeal.tracked.v1", "appeal.progress-reported.v1", "appeal.milestone-met.v1"))
                .body("items.type", not(hasItem("appeal.tracking-proposed.v1")));
        assertEquals(
                List.of("appeal-tracked", "milestone-met", "milestone-met", "progress-reported"),
                Rows.texts(
                        "SELECT kind FROM notice WHERE recipient_kind = 'PARTY' AND kind <> 'answer-to-rate' ORDER BY 1"));
        for (String type : List.of("appeal.tracked.v1", "appeal.progress-reported.v1", "appeal.milestone-met.v1")) {
            EventSchemas.assertMatches(type, Log.events(type).getFirst().toString());
        }
    }

    @Test
    void whatWasAnsweredBeforeIsAnsweredInARoundOfItsOwnAndRatedAnew() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.HEAD, "tracking/propose", plan()).then().statusCode(200);
        appeal.does(LEADER, "tracking/approve", Map.of("note", "按方案推进（虚构）。"))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(409);
        appeal.does(AnAppeal.HEAD, "tracking/milestones/1/meet", Map.of("evidence", "已完成（虚构）。"))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.HEAD, "tracking/milestones/2/meet", Map.of("evidence", "已完成（虚构）。"))
                .then()
                .statusCode(200);

        // When
        Response finished = appeal.does(AnAppeal.HEAD, "tracking/finish", AnAppeal.reply());

        // Then
        finished.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REPLIED"))
                .body("round", equalTo(2));
        SUPERVISOR
                .get(appeal.path() + "/rounds")
                .then()
                .body("cause", contains("FILED", "TRACKED"))
                .body("result", contains("TRACKED", null));
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void whenTheTimeToReviewHasComeTheSupervisionHasATask() {
        // Given
        AnAppeal appeal = tracked();
        assertEquals(List.of(), SUPERVISOR.get("/v1/tasks?mine").<List<String>>path("items.kind"));
        Rows.execute(
                "UPDATE deadline_clock SET due_at = started_at, next_fire_at = started_at WHERE type = 'TRACKING_REVIEW'");

        // When
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("body", "施工图已送审（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        // Then
        assertEquals(
                List.of("tracking-to-review"), SUPERVISOR.get("/v1/tasks?mine").<List<String>>path("items.kind"));
        assertEquals(1, Log.events("appeal.tracking-review-due.v1").size());
        assertEquals(0, Log.count("SELECT count(*) FROM breach"), "nobody has broken anything");
        appeal.does(SUPERVISOR, "tracking/review", Map.of("note", "方案仍可行（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        assertEquals(List.of(), SUPERVISOR.get("/v1/tasks?mine").<List<String>>path("items.kind"));
    }

    @Test
    void onceAQuarterTheSupervisionLooksAtIt() {
        // Given
        AnAppeal appeal = tracked();
        SUPERVISOR.get(appeal.path()).then().body("allowedCommands", hasItem("reviewTracking"));

        // When
        Response bare = appeal.does(SUPERVISOR, "tracking/review", Map.of());
        Response reviewed = appeal.does(SUPERVISOR, "tracking/review", Map.of("note", "方案仍可行（虚构）。"));

        // Then
        bare.then().statusCode(400).body("errors.pointer", contains("/note"));
        reviewed.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("clocks.findAll { it.clock == 'TRACKING_REVIEW' }.state", contains("MET", "RUNNING"))
                .body("clocks.findAll { it.clock == 'TRACKING_REVIEW' }[1].dueAt", notNullValue());
        SUPERVISOR.get(appeal.path() + "/messages").then().body("visibility", contains("INTERNAL"));
        AnAppeal.ENTERPRISE.get(appeal.path() + "/messages").then().body("", hasSize(0));
    }
}
