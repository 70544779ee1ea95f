package org.pengjiang.appeal.waiting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/** An appeal has to wait by law. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SuspendingAnAppealTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> REQUEST =
            Map.of("cause", "COURT", "documentNo", "(2026)粤0703民初1号", "reason", "法院正在审理（虚构）。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theHeadAsksTheSupervisionSuspendsAndTheHeadLetsItGoOn() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("requestSuspension"));

        // When
        appeal.does(HEAD, "suspensions", REQUEST)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("state", equalTo("IN_PROGRESS"));

        // Then
        assertEquals(List.of("suspension-to-decide"), open(SUPERVISOR));
        SUPERVISOR.get(appeal.path()).then().body("allowedCommands", hasItems("suspendAppeal", "refuseSuspension"));
        HEAD.get(appeal.path()).then().body("allowedCommands", not(hasItem("requestSuspension")));
        ENTERPRISE.get(appeal.path() + "/suspensions").then().body("$", hasSize(0));

        // When
        Response suspended = appeal.does(SUPERVISOR, "suspensions/1/grant", Map.of("note", "同意（虚构）。"));

        // Then
        suspended
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("SUSPENDED"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'SUSPENSION_REVIEW' }.dueAt", equalTo("2026-10-09T09:30:00Z"));
        assertEquals(List.of(), open(SUPERVISOR));
        assertEquals(List.of("suspended-appeal-to-resume"), open(HEAD));
        ENTERPRISE
                .get(appeal.path() + "/suspensions")
                .then()
                .statusCode(200)
                .body("cause", contains("COURT"))
                .body("reason", contains(nullValue()))
                .body("decidedBy", contains(nullValue()))
                .body("reviewAt", contains("2026-10-09T09:30:00Z"));
        assertEquals(1, letters("appeal-suspended"));

        // When
        appeal.does(HEAD, "suspensions/1/confirm", null).then().statusCode(200).body("state", equalTo("SUSPENDED"));
        Response resumed = appeal.does(HEAD, "suspensions/1/resume", Map.of("reason", "判决已生效（虚构）。"));

        // Then
        resumed.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"));
        SUPERVISOR.get(appeal.path() + "/suspensions").then().body("endNote", contains("判决已生效（虚构）。"));
        assertEquals(1, letters("appeal-still-suspended"));
        assertEquals(1, letters("appeal-goes-on"));
        assertEquals(List.of("plan-to-hand-in", "appeal-to-answer"), open(CLERK));
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }

    @Test
    void whoMayNotAndWhatIsMissingIsRefused() {
        // Given
        AnAppeal early = AnAppeal.atTown();
        early.does(CLERK, "sign", null).then().statusCode(200);
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response tooEarly = early.does(HEAD, "suspensions", REQUEST);
        Response empty = appeal.does(HEAD, "suspensions", Map.of());
        Response clerk = appeal.does(CLERK, "suspensions", REQUEST);
        Response stranger = appeal.does(DEPARTMENT_CLERK, "suspensions", REQUEST);
        Response enterprise = appeal.does(ENTERPRISE, "suspensions", REQUEST);
        Response nothing = appeal.does(SUPERVISOR, "suspensions/1/grant", Map.of());
        Response notSuspended = appeal.does(HEAD, "suspensions/1/resume", Map.of("reason", "虚构"));
        appeal.does(HEAD, "suspensions", REQUEST).then().statusCode(201);
        Response twice = appeal.does(HEAD, "suspensions", REQUEST);
        Response byHead = appeal.does(HEAD, "suspensions/1/grant", Map.of());
        Response groundless = appeal.does(SUPERVISOR, "suspensions/1/refuse", Map.of());

        // Then
        tooEarly.then().statusCode(409).body("code", equalTo("CONTACT_NEEDED"));
        empty.then().statusCode(400).body("errors.pointer", hasItems("/cause", "/documentNo", "/reason"));
        clerk.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        stranger.then().statusCode(403);
        enterprise.then().statusCode(403);
        nothing.then().statusCode(404);
        notSuspended.then().statusCode(409).body("code", equalTo("COMMAND_NOT_ALLOWED"));
        twice.then().statusCode(409).body("code", equalTo("REQUEST_OPEN"));
        byHead.then().statusCode(403);
        groundless.then().statusCode(400).body("errors.pointer", contains("/reason"));
        assertEquals("IN_PROGRESS", appeal.state());
    }

    @Test
    void aRefusedRequestSuspendsNothing() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(HEAD, "suspensions", REQUEST).then().statusCode(201);

        // When
        Response refused = appeal.does(SUPERVISOR, "suspensions/1/refuse", Map.of("reason", "不属中止情形（虚构）。"));

        // Then
        refused.then().log().ifValidationFails().statusCode(200).body("state", equalTo("IN_PROGRESS"));
        HEAD.get(appeal.path() + "/suspensions")
                .then()
                .body("outcome", contains("REFUSED"))
                .body("decision", contains("不属中止情形（虚构）。"));
        ENTERPRISE.get(appeal.path() + "/suspensions").then().body("$", hasSize(0));
        assertEquals(List.of(), open(SUPERVISOR));
        assertEquals(
                List.of("appeal.suspension-requested.v1", "appeal.suspension-decided.v1"),
                Log.types(appeal.id).stream()
                        .filter(type -> type.contains("suspension"))
                        .toList());
    }

    @Test
    void atItsReviewSomebodyHasToSayThatASuspensionStillHolds() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(HEAD, "suspensions", REQUEST).then().statusCode(201);
        appeal.does(SUPERVISOR, "suspensions/1/grant", Map.of()).then().statusCode(200);

        // When: its period ends a second after the suspension
        endPeriod();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Log.events("appeal.suspension-review-due.v1").isEmpty());

        // Then
        assertEquals("SUSPENDED", appeal.state());
        assertTrue(open(SUPERVISOR).contains("suspension-to-confirm"));
        assertTrue(open(HEAD).contains("suspension-to-confirm"));
        SUPERVISOR.get(appeal.path() + "/suspensions").then().body("reviewDue", contains(true));

        // When: the next one ends too, and nobody has confirmed
        endPeriod();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Log.events("appeal.resumed.v1").isEmpty());

        // Then
        assertEquals("IN_PROGRESS", appeal.state());
        assertEquals(
                "WINDOW", Log.events("appeal.resumed.v1").getFirst().path("by").asText());
        assertEquals(0, Log.count("SELECT count(*) FROM breach"));
        assertEquals(List.of(), open(SUPERVISOR));
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }

    private static void endPeriod() {
        Known.write("UPDATE deadline_clock SET due_at = started_at + interval '1 second',"
                + " next_fire_at = started_at + interval '1 second'"
                + " WHERE type = 'SUSPENSION_REVIEW' AND state = 'RUNNING'");
    }

    private static long letters(String kind) {
        return Log.count(
                "SELECT count(*) FROM notice WHERE occasion = 'HAPPENED " + kind + "' AND recipient_kind = 'PARTY'");
    }

    private static List<String> open(Api api) {
        return api.get("/v1/tasks?mine").path("items.kind");
    }
}
