package org.pengjiang.appeal.planning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.AnAppeal.CLASS_LEADER;
import static org.pengjiang.appeal.testsupport.AnAppeal.CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.DEPARTMENT_CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.ENTERPRISE;
import static org.pengjiang.appeal.testsupport.AnAppeal.HEAD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** The handler says how and until when. It is Friday 2026-09-18 17:00; the reply is due on Thursday 09-24, the latest reply on Friday 09-25 or later. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PlansAndExtensionsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> PLAN = Map.of("text", "先检修管网，再增容（虚构）。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aPlanAnswersItsClockAndTheEnterpriseReadsIt() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        CLERK.get(appeal.path())
                .then()
                .body("clocks.find { it.clock == 'PLAN' }.state", equalTo("RUNNING"))
                .body("allowedCommands", hasItem("handInPlan"));
        assertTrue(open(CLERK).contains("plan-to-hand-in"), open(CLERK).toString());
        ENTERPRISE.get(appeal.path()).then().body("clocks.clock", not(hasItem("PLAN")));

        // When
        Response planned = appeal.does(CLERK, "plans", PLAN);

        // Then
        planned.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("clocks.find { it.clock == 'PLAN' }.state", equalTo("MET"));
        assertEquals(List.of("appeal-to-answer"), open(CLERK));
        ENTERPRISE
                .get(appeal.path() + "/plans")
                .then()
                .statusCode(200)
                .body("text", contains("先检修管网，再增容（虚构）。"))
                .body("handedInBy", contains(nullValue()));
        assertEquals(1, letters("appeal-planned"));
        assertTrue(Log.events("appeal.planned.v1").getFirst().path("inTime").asBoolean());
        assertThatContractsAreKept();
    }

    @Test
    void aPlanNeedsAContactAndNamesNobody() {
        // Given
        AnAppeal early = AnAppeal.atTown();
        early.does(CLERK, "sign", null).then().statusCode(200);
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response tooEarly = early.does(CLERK, "plans", PLAN);
        Response empty = appeal.does(CLERK, "plans", Map.of());
        Response named = appeal.does(CLERK, "plans", Map.of("text", "请致电13812341234（虚构）。"));
        Response stranger = appeal.does(DEPARTMENT_CLERK, "plans", PLAN);

        // Then
        tooEarly.then().statusCode(409).body("code", equalTo("CONTACT_NEEDED"));
        empty.then().statusCode(400).body("errors.pointer", contains("/text"));
        named.then().statusCode(422).body("errors.pointer", contains("/text"));
        stranger.then().statusCode(403);
        assertEquals(0, Log.count("SELECT count(*) FROM appeal_plan"));
    }

    @Test
    void aReplyAnswersThePlanToo() {
        // When
        AnAppeal appeal = AnAppeal.replied();

        // Then
        CLERK.get(appeal.path() + "/clocks")
                .then()
                .body("find { it.clock.clock == 'PLAN' }.clock.state", equalTo("MET"))
                .body("find { it.clock.clock == 'NEXT_UPDATE' }.clock.state", equalTo("MET"));
    }

    @Test
    void theSupervisionGivesTheReplyMoreTimeOnceAndTheFirstPromiseIsKept() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        String due = appeal.read().path("clocks.find { it.clock == 'RESOLVE' }.dueAt");
        HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("requestExtension"));
        appeal.does(HEAD, "extensions", extension(1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        boolean pastLimit = HEAD.get(appeal.path() + "/extensions").path("[0].pastLimit");
        Api decides = pastLimit ? CLASS_LEADER : SUPERVISOR;
        assertEquals(List.of("extension-to-decide"), open(decides));
        decides.get(appeal.path()).then().body("allowedCommands", hasItems("extendAppeal", "refuseExtension"));

        // When
        Response granted = appeal.does(decides, "extensions/1/grant", Map.of());

        // Then
        granted.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("clocks.find { it.clock == 'RESOLVE' }.originalDueAt", equalTo(due))
                .body("clocks.find { it.clock == 'RESOLVE' }.dueAt", not(equalTo(due)))
                .body("clocks.find { it.clock == 'CONTACT' }.originalDueAt", nullValue());
        assertEquals(1, letters("reply-extended"));
        ENTERPRISE
                .get(appeal.path() + "/extensions")
                .then()
                .statusCode(200)
                .body("originalDueAt", contains(due))
                .body("consent", contains("CONSENTED"))
                .body("reason", contains(nullValue()));
        appeal.does(HEAD, "extensions", extension(1)).then().statusCode(409).body("code", equalTo("EXTENDED_ALREADY"));
        HEAD.get(appeal.path()).then().body("allowedCommands", not(hasItem("requestExtension")));
        assertFalse(Log.events("appeal.deadline-revised.v1").isEmpty());
        HEAD.get(appeal.path() + "/clocks/RESOLVE/explain").then().statusCode(200);
        assertThatContractsAreKept();
    }

    @Test
    void pastTheLatestReplyOnlyTheLeaderDecidesAndTheLatestReplyMovesWithIt() {
        // Given: four working days more
        AnAppeal appeal = AnAppeal.contacted();
        String limit = appeal.read().path("clocks.find { it.clock == 'LIMIT' }.dueAt");
        appeal.does(HEAD, "extensions", extension(4))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        HEAD.get(appeal.path() + "/extensions").then().body("pastLimit", contains(true));
        assertEquals(List.of(), open(SUPERVISOR));

        // When
        Response supervision = appeal.does(SUPERVISOR, "extensions/1/grant", Map.of());
        Response leader = appeal.does(CLASS_LEADER, "extensions/1/grant", Map.of());

        // Then
        supervision.then().statusCode(403).body("code", equalTo("LEADER_DECIDES"));
        leader.then().log().ifValidationFails().statusCode(200);
        String resolve = appeal.read().path("clocks.find { it.clock == 'RESOLVE' }.dueAt");
        appeal.read()
                .then()
                .body("clocks.find { it.clock == 'LIMIT' }.dueAt", equalTo(resolve))
                .body("clocks.find { it.clock == 'LIMIT' }.originalDueAt", equalTo(limit));
    }

    @Test
    void everyFaultOfARequestForMoreTimeIsNamedAtOnce() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response empty = appeal.does(HEAD, "extensions", Map.of());
        Response tooLong =
                appeal.does(HEAD, "extensions", Map.of("amount", 100, "reason", "虚构", "consent", "NOT_REACHED"));
        Response clerk = appeal.does(CLERK, "extensions", extension(1));
        Response unasked = appeal.does(SUPERVISOR, "extensions/1/grant", Map.of());
        appeal.does(HEAD, "extensions", extension(1)).then().statusCode(201);
        Response twice = appeal.does(HEAD, "extensions", extension(1));
        Response groundless = appeal.does(SUPERVISOR, "extensions/1/refuse", Map.of());
        Response refused = appeal.does(SUPERVISOR, "extensions/1/refuse", Map.of("reason", "理由不充分（虚构）。"));

        // Then
        empty.then().statusCode(400).body("errors.pointer", hasItems("/amount", "/reason", "/consent"));
        tooLong.then().statusCode(422).body("errors.pointer", contains("/amount", "/consentNote"));
        clerk.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        unasked.then().statusCode(404);
        twice.then().statusCode(409).body("code", equalTo("REQUEST_OPEN"));
        groundless.then().statusCode(400);
        refused.then().log().ifValidationFails().statusCode(200);
        HEAD.get(appeal.path() + "/extensions").then().body("outcome", contains("REFUSED"));
        ENTERPRISE.get(appeal.path() + "/extensions").then().body("$", hasSize(0));
    }

    @Test
    void aRequestThatNobodyHasDecidedLapsesWhenTheReplyFallsDue() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(HEAD, "extensions", extension(1)).then().statusCode(201);

        // When: the reply falls due a minute after the appeal was received
        Known.write("UPDATE deadline_clock SET due_at = started_at + interval '1 second', next_level = 100,"
                + " next_fire_at = started_at + interval '1 second' WHERE type = 'RESOLVE'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Log.events("appeal.extension-decided.v1").isEmpty());

        // Then
        HEAD.get(appeal.path() + "/extensions").then().body("outcome", contains("LAPSED"));
        assertFalse(open(SUPERVISOR).contains("extension-to-decide"));
        appeal.does(HEAD, "extensions", extension(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("EXTENSION_TOO_LATE"));
    }

    @Test
    void whatNobodyHasDecidedLapsesWithTheReplyAWithdrawalAPlanOrAReturn() {
        // Given
        AnAppeal replied = asking();
        replied.does(HEAD, "tracking/propose", tracking()).then().statusCode(200);
        AnAppeal withdrawn = asking();
        AnAppeal tracked = asking();
        tracked.does(HEAD, "tracking/propose", tracking()).then().statusCode(200);
        AnAppeal returned = asking();

        // When
        replied.does(HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        withdrawn
                .does(ENTERPRISE, "withdraw", Map.of("reason", "SOLVED_MEANWHILE"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        tracked.does(CLASS_LEADER, "tracking/approve", Map.of())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        returned.does(
                        HEAD,
                        "returns",
                        Map.of(
                                "reason",
                                "OTHER_LEAD",
                                "explanation",
                                "应由主管部门牵头（虚构）",
                                "legalBasis",
                                "职责清单第三条（虚构）",
                                "unit",
                                "440703-ZR"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        for (Map.Entry<Api, String> step :
                List.of(Map.entry(AnAppeal.DISPATCHER, "propose-ruling"), Map.entry(SUPERVISOR, "rule"))) {
            returned.does(
                            step.getKey(),
                            "returns/1/" + step.getValue(),
                            Map.of("upheld", true, "note", "虚构", "unit", "440703-ZR"))
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200);
        }

        // Then
        assertEquals(4, Log.count("SELECT count(*) FROM extension WHERE outcome = 'LAPSED'"));
        assertEquals(4, Log.count("SELECT count(*) FROM suspension WHERE outcome = 'LAPSED'"));
        assertEquals(1, Log.count("SELECT count(*) FROM tracking_plan WHERE outcome = 'LAPSED'"));
        assertEquals(4, Log.events("appeal.extension-decided.v1").size());
        assertEquals(4, Log.events("appeal.suspension-decided.v1").size());
        assertFalse(open(SUPERVISOR).contains("extension-to-decide"));
        assertThatContractsAreKept();
    }

    /** For more time and for a suspension. */
    private static AnAppeal asking() {
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(HEAD, "extensions", extension(1)).then().statusCode(201);
        appeal.does(
                        HEAD,
                        "suspensions",
                        Map.of("cause", "COURT", "documentNo", "(2026)粤0703民初1号", "reason", "法院正在审理（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        return appeal;
    }

    private static Map<String, Object> tracking() {
        return Map.of(
                "reason",
                "管网改造需跨年度实施（虚构）。",
                "plan",
                "分两期更换主管（虚构）。",
                "consent",
                "CONSENTED",
                "milestones",
                List.of(Map.of("content", "完成设计（虚构）", "dueOn", "2026-10-20")));
    }

    private static Map<String, Object> extension(int amount) {
        return Map.of("amount", amount, "reason", "须增容改造（虚构）。", "consent", "CONSENTED");
    }

    private static long letters(String kind) {
        return Log.count(
                "SELECT count(*) FROM notice WHERE occasion = 'HAPPENED " + kind + "' AND recipient_kind = 'PARTY'");
    }

    private static List<String> open(Api api) {
        return api.get("/v1/tasks?mine").path("items.kind");
    }

    private static void assertThatContractsAreKept() {
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }
}
