package org.pengjiang.appeal.evaluating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
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
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;

/** An answered or closed appeal is worked on again, or the leader decides it. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WorkedOnAgainTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Api LEADER = Api.as("leader");
    private static final Map<String, Object> WHY = Map.of("reason", "水压仍不足（虚构）。");
    private static final Map<String, Object> DECISION = Map.of(
            "outcome", "FINAL_REPLY",
            "result", "NOT",
            "publicText", "管网改造前无法满足（虚构）。",
            "legalBasis", "供水条例（虚构）",
            "recourse", "可向上级主管部门申请复查（虚构）。");

    private static final Map<String, Object> PLAN = Map.of(
            "reason", "管网改造列入明年计划（虚构）",
            "plan", "分两段改造管网（虚构）。",
            "consent", "CONSENTED",
            "milestones", List.of(Map.of("content", "完成设计（虚构）", "dueOn", "2026-10-20")));

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theSupervisionOrdersAReworkOfWhatWasAnswered() {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        Response bare = appeal.does(SUPERVISOR, "rework", Map.of());
        Response ordered = appeal.does(SUPERVISOR, "rework", WHY);

        // Then
        bare.then().statusCode(400).body("errors.pointer", contains("/reason"));
        ordered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2))
                .body("supervisionLevel", equalTo(1))
                .body("handler.accountableUnit", equalTo("440703101"));
        AnAppeal.CLERK
                .get(appeal.path() + "/rounds")
                .then()
                .log()
                .ifValidationFails()
                .body("cause", contains("FILED", "REWORK"))
                .body("orderedBy", contains(null, "SUPERVISOR"))
                .body("reason", contains(null, "水压仍不足（虚构）。"));
        AnAppeal.CLERK
                .get(appeal.path() + "/clocks")
                .then()
                .body("findAll { it.clock.clock == 'EVALUATION' }.clock.state", contains("STOPPED"));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE occasion = 'HAPPENED appeal-rework-ordered'"
                        + " AND recipient_kind = 'PARTY'"));
        appeal.does(SUPERVISOR, "rework", WHY).then().statusCode(409).body("code", equalTo("COMMAND_NOT_ALLOWED"));
        assertThatContractsAreKept();
    }

    @Test
    void nobodyElseOrdersAReworkAndNobodyWhoHandlesIt() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        Api both = Api.as(new Persona(
                "supervises-and-handles",
                List.of("SUPERVISOR", "UNIT_CLERK"),
                Map.of("division", "440703", "unit", "440703101")));

        // Then
        for (Api other : List.of(AnAppeal.CLERK, AnAppeal.ENTERPRISE, AnAppeal.DISPATCHER, LEADER)) {
            appeal.does(other, "rework", WHY).then().statusCode(403);
        }
        appeal.read().then().body("allowedCommands", hasItem("orderRework"));
        assertEquals("REPLIED", appeal.state());
        appeal.does(both, "rework", WHY)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(403)
                .body("code", equalTo("HANDLES_IT_HIMSELF"));
    }

    @Test
    void theEnterpriseReopensWhatIsClosedUnderTheSameNumberWithClocksOfItsOwn() {
        // Given
        AnAppeal appeal = closed();
        Response before = appeal.read();

        // When
        Response bare = appeal.does(AnAppeal.ENTERPRISE, "reopening", Map.of("reason", " "));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("reopenAppeal"));
        Response reopened = appeal.does(AnAppeal.ENTERPRISE, "reopening", WHY);

        // Then
        bare.then().statusCode(400).body("errors.pointer", contains("/reason"));
        reopened.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("no", equalTo(before.path("no")))
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2))
                .body("closedAt", nullValue())
                .body("breached", equalTo(false))
                .body("clocks.clock", hasItems("CONTACT", "RESOLVE", "LIMIT"))
                .body("clocks.state", everyItem(equalTo("RUNNING")));
        AnAppeal.CLERK
                .get(appeal.path() + "/rounds")
                .then()
                .body("cause", contains("FILED", "REOPENED"))
                .body("result", contains("CLOSED", null))
                .body("closedBy", contains("RATING", null))
                .body("orderedBy", contains(null, "ENTERPRISE"));
        appeal.read().then().body("supervisionLevel", equalTo(1));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        assertEquals(
                List.of("440703101"),
                Log.events("appeal.reopened.v1").stream()
                        .map(event -> event.path("closedUnit").asText())
                        .toList());
        assertThatContractsAreKept();
        appeal.does(AnAppeal.ENTERPRISE, "reopening", WHY).then().statusCode(409);
    }

    @Test
    void othersReopenNothing() {
        // Given
        AnAppeal open = AnAppeal.replied();
        AnAppeal closed = closed();

        // Then
        open.does(AnAppeal.ENTERPRISE, "reopening", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
        closed.does(AnAppeal.OTHER_ENTERPRISE, "reopening", WHY).then().statusCode(404);
        closed.does(AnAppeal.CLERK, "reopening", WHY).then().statusCode(403);
        closed.does(AnAppeal.DISPATCHER, "reopening", WHY).then().statusCode(403);
        assertEquals("CLOSED", closed.state());
        assertEquals(0, Log.count("SELECT count(*) FROM round_order"));
    }

    @Test
    void afterThirtyDaysTheSupervisionAloneReopens() {
        // Given: the 30th day after 18 August is 17 September
        AnAppeal appeal = closed();
        Rows.execute("UPDATE appeal SET closed_at = '2026-08-18T10:00:00+08:00'");

        // When
        Response late = appeal.does(AnAppeal.ENTERPRISE, "reopening", WHY);

        // Then
        late.then()
                .log()
                .ifValidationFails()
                .statusCode(409)
                .body("code", equalTo("REOPENING_OVER"))
                .body("detail", containsString("2026-09-17"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", not(hasItem("reopenAppeal")));
        appeal.read().then().body("allowedCommands", hasItem("reopenAppeal"));
        Rows.execute("UPDATE appeal SET closed_at = '2026-08-19T10:00:00+08:00'");
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("reopenAppeal"));
        Rows.execute("UPDATE appeal SET closed_at = '2026-08-18T10:00:00+08:00'");
        appeal.does(SUPERVISOR, "reopening", WHY).then().statusCode(200).body("round", equalTo(2));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE occasion = 'HAPPENED appeal-reopened'"
                        + " AND recipient_kind = 'PARTY'"));
    }

    @Test
    void whoHasTheQueryCodeReopensToo() {
        // Given
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
        String no = filed.path("no");
        String code = filed.path("queryCode");
        AnAppeal appeal = AnAppeal.known(filed.path("id"));
        AnAppeal.contacted(AnAppeal.atTown(appeal));
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        Api nobody = Api.anonymous();
        Map<String, Object> rating = Map.of("number", no, "queryCode", code, "solved", "SOLVED", "stars", 5);
        nobody.post("/v1/appeals/lookup/rating", rating).then().statusCode(200).body("reopenableUntil", notNullValue());

        // When
        Response bare = nobody.post("/v1/appeals/lookup/reopening", Map.of("number", no));
        Response wrong = nobody.post(
                "/v1/appeals/lookup/reopening", Map.of("number", no, "queryCode", "0000-00000-0000", "reason", "仍未解决"));
        Response reopened = nobody.post(
                "/v1/appeals/lookup/reopening", Map.of("number", no, "queryCode", code, "reason", "仍未解决（虚构）。"));

        // Then
        bare.then().statusCode(400).body("errors.pointer", containsInAnyOrder("/queryCode", "/reason"));
        wrong.then().statusCode(404).body("code", equalTo("QUERY_CODE_WRONG"));
        reopened.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2))
                .body("reopenableUntil", nullValue());
        assertFalse(reopened.asString().contains("仍未解决"));
    }

    @Test
    void theLeaderDecidesAfterTheThirdBadRatingAndNotBefore() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(LEADER, "decision", DECISION).then().statusCode(409).body("code", equalTo("NO_DECISION_DUE"));
        LEADER.get(appeal.path()).then().body("allowedCommands", not(hasItem("decideAppeal")));
        ratedBadlyThreeTimes(appeal);
        Response task = LEADER.get("/v1/tasks?mine&kind=appeal-to-decide");
        task.then().body("items.dueAt", contains(startsWith("2026-09-22T")));
        SUPERVISOR
                .get("/v1/tasks?mine&kind=appeal-decision-to-supervise")
                .then()
                .body("items.dueAt", contains(startsWith("2026-09-22T")));
        LEADER.get(appeal.path()).then().body("allowedCommands", hasItem("decideAppeal"));

        // When
        Response bare = appeal.does(LEADER, "decision", Map.of("outcome", "PERHAPS"));
        Response unsaid = appeal.does(LEADER, "decision", Map.of("outcome", "FINAL_REPLY", "tracking", PLAN));
        Response naming = appeal.does(
                LEADER,
                "decision",
                Map.of(
                        "outcome", "FINAL_REPLY",
                        "result", "NOT",
                        "publicText", "请联系13812341234。",
                        "legalBasis", "条例",
                        "recourse", "致电13812341234。"));
        Response bySupervisor = appeal.does(SUPERVISOR, "decision", DECISION);
        Response decided = appeal.does(LEADER, "decision", DECISION);

        // Then
        bare.then().statusCode(400).body("errors.pointer", contains("/outcome"));
        unsaid.then()
                .statusCode(422)
                .body("errors.pointer", contains("/result", "/publicText", "/legalBasis", "/recourse", "/tracking"));
        naming.then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors.pointer", contains("/publicText", "/recourse"));
        bySupervisor.then().statusCode(403);
        decided.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedBy", equalTo("DECISION"))
                .body("evaluation", equalTo("RATED"))
                .body("clocks.find { it.clock == 'DECISION' }.met", equalTo(true));
        AnAppeal.ENTERPRISE
                .get(appeal.path())
                .then()
                .body("reply.publicText", equalTo(DECISION.get("publicText")))
                .body("reply.recourse", equalTo(DECISION.get("recourse")))
                .body("clocks.clock", not(hasItem("DECISION")))
                .body("allowedCommands", not(hasItem("reopenAppeal")));
        assertEquals(List.of(), open(LEADER));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE occasion = 'HAPPENED appeal-decided'"
                        + " AND recipient_kind = 'PARTY'"));
        assertThatContractsAreKept();
        appeal.does(AnAppeal.ENTERPRISE, "reopening", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("REOPENING_AFTER_DECISION"));
        appeal.does(SUPERVISOR, "reopening", WHY)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("round", equalTo(4));
    }

    @Test
    void theLeaderHasItTrackedByAPlan() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        ratedBadlyThreeTimes(appeal);
        Map<String, Object> late = new HashMap<>(PLAN);
        late.put("milestones", List.of(Map.of("content", "今日", "dueOn", "2026-09-18")));

        // When
        Response bare = appeal.does(LEADER, "decision", Map.of("outcome", "TRACKING", "result", "NOT"));
        Response tooSoon = appeal.does(LEADER, "decision", Map.of("outcome", "TRACKING", "tracking", late));
        Response decided = appeal.does(LEADER, "decision", Map.of("outcome", "TRACKING", "tracking", PLAN));

        // Then
        bare.then().statusCode(422).body("errors.pointer", contains("/result", "/tracking"));
        tooSoon.then().statusCode(422).body("errors.pointer", contains("/tracking/milestones/0/dueOn"));
        decided.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("TRACKING"))
                .body("open", equalTo(true))
                .body("clocks.find { it.clock == 'DECISION' }.met", equalTo(true))
                .body("clocks.find { it.clock == 'MILESTONE' }.dueAt", startsWith("2026-10-20"));
        assertEquals(List.of(), open(LEADER));
        assertThatContractsAreKept();
    }

    @Test
    void aDecisionThatNobodyTakesInTimeIsABreachOfTheOffices() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        ratedBadlyThreeTimes(appeal);
        Rows.execute("UPDATE deadline_clock SET due_at = '2026-09-18T09:00:30Z', next_fire_at = '2026-09-18T09:00:30Z',"
                + " next_level = 100 WHERE type = 'DECISION'");

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> Log.count("SELECT count(*) FROM breach WHERE type = 'DECISION'") == 1);

        // Then
        assertEquals(
                List.of("CENTRE"),
                Log.events("appeal.breached.v1").stream()
                        .filter(event -> event.path("clock").asText().equals("DECISION"))
                        .map(event -> event.path("chargedTo").asText())
                        .toList());
        SUPERVISOR.get("/v1/tasks?mine&kind=promise-overdue").then().body("items", not(empty()));
        appeal.read().then().body("breached", equalTo(false));
        appeal.does(LEADER, "decision", DECISION).then().statusCode(200);
    }

    private static AnAppeal closed() {
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        return appeal;
    }

    private static void ratedBadlyThreeTimes(AnAppeal appeal) {
        for (int round = 1; round <= 3; round++) {
            appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                    .then()
                    .statusCode(200);
            if (round < 3) {
                appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
                appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60))
                        .then()
                        .statusCode(201);
                appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
            }
        }
    }

    private static List<String> open(Api api) {
        return api.get("/v1/tasks?mine").path("items.kind");
    }

    private static void assertThatContractsAreKept() {
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }
}
