package org.pengjiang.appeal.merging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
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
import org.pengjiang.kit.testing.EventSchemas;

/** Two appeals of the same matter: one is answered, the other one follows it. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class FollowingAnotherAppealTest {
    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    private static Map<String, Object> follows(AnAppeal master) {
        return Map.of("masterId", master.id, "reason", "同一停水事件（虚构）。");
    }

    /** Of another enterprise than the master. */
    private static AnAppeal follower(Map<String, Object> filing) {
        Response filed = AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals", filing);
        filed.then().log().ifValidationFails().statusCode(201);
        return AnAppeal.known(filed.path("id"));
    }

    private static AnAppeal merged(AnAppeal master) {
        AnAppeal appeal = AnAppeal.atTown(follower(AnAppeal.filing()));
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        Map<String, Object> call = new HashMap<>(AnAppeal.call(60));
        call.put("proof", "REC-2");
        appeal.does(AnAppeal.CLERK, "contacts", call).then().statusCode(201);
        appeal.does(AnAppeal.DISPATCHER, "merge", follows(master))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("MERGED"));
        return appeal;
    }

    @Test
    void whoeverNeverReachesTheEnterpriseReadsNoNumber() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        AnAppeal appeal = AnAppeal.atTown(follower(AnAppeal.filing()));

        // When
        String reason = "同一联系人13812341234（虚构）。";
        appeal.does(AnAppeal.DISPATCHER, "merge", Map.of("masterId", master.id, "reason", reason))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        Api.as("supervisor")
                .get(master.path() + "/followers")
                .then()
                .log()
                .ifValidationFails()
                .body("reason", contains("同一联系人138****1234（虚构）。"));
        AnAppeal.HEAD.get(master.path() + "/followers").then().body("reason", contains(reason));
    }

    private static void answer(AnAppeal master) {
        master.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        master.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
    }

    @Test
    void whoeverFollowsReadsAndRatesTheAnswerAndNothingOfTheOtherEnterprise() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        AnAppeal appeal = merged(master);
        appeal.read().then().body("open", equalTo(false)).body("clocks.state", everyItem(oneOf("STOPPED", "MET")));
        appeal.does(AnAppeal.OTHER_ENTERPRISE, "master/rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(409)
                .body("code", equalTo("MASTER_NOT_ANSWERED"));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path()).then().body("allowedCommands", contains("writeMessage"));

        // When
        answer(master);

        // Then
        Response shown = AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/master");
        shown.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("masterNo", equalTo(master.read().path("no")))
                .body("state", equalTo("REPLIED"))
                .body("reply.publicText", equalTo("水压已恢复（虚构）。"))
                .body("rating", nullValue());
        Response feed = AnAppeal.OTHER_ENTERPRISE.get("/v1/changes?limit=100");
        feed.then()
                .body(
                        "items.findAll { it.subject == '" + master.id + "' }.type",
                        everyItem(equalTo("appeal.master-moved.v1")))
                .body(
                        "items.findAll { it.subject == '" + master.id + "' }.data.happened",
                        contains("appeal.replied.v1"))
                .body("items.type", hasItem("appeal.merged.v1"));
        for (Response told : List.of(shown, feed)) {
            assertFalse(told.asString().contains(Known.ENTERPRISE), told::asString);
        }
        AnAppeal.OTHER_ENTERPRISE.get(master.path()).then().statusCode(404);
        assertEquals(List.of("PARTY"), Rows.texts("SELECT recipient_kind FROM notice WHERE kind = 'master-answered'"));
        appeal.does(AnAppeal.OTHER_ENTERPRISE, "master/rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(AnAppeal.OTHER_ENTERPRISE, "master/rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("MASTER_RATED_ALREADY"));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/master").then().body("rating.stars", equalTo(1));
        assertEquals("REPLIED", master.state(), "a follower's rating is for itself");
        master.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        assertEquals("MERGED", appeal.state());
        AnAppeal.ENTERPRISE.get(master.path() + "/followers").then().statusCode(403);
        AnAppeal.ENTERPRISE
                .get("/v1/changes?limit=100")
                .then()
                .body("items.type", not(hasItem("appeal.master-moved.v1")));
        AnAppeal.HEAD.get(master.path() + "/followers").then().statusCode(200).body("", hasSize(1));
        EventSchemas.assertMatches(
                "appeal.merged.v1", Log.events("appeal.merged.v1").getFirst().toString());
    }

    @Test
    void whoeverHasNoAccountRatesTheAnswerByQueryCode() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.known(filed.path("id"));
        appeal.does(AnAppeal.DISPATCHER, "merge", follows(master)).then().statusCode(200);
        Map<String, Object> said = new HashMap<>(Map.of("solved", "SOLVED", "stars", 4));
        said.put("number", filed.path("no"));
        said.put("queryCode", filed.path("queryCode"));
        Response early = Api.anonymous().post("/v1/appeals/lookup/master-rating", said);
        answer(master);

        // When
        Response rated = Api.anonymous().post("/v1/appeals/lookup/master-rating", said);

        // Then
        early.then().statusCode(409).body("code", equalTo("MASTER_NOT_ANSWERED"));
        rated.then().log().ifValidationFails().statusCode(200).body("state", equalTo("MERGED"));
        assertEquals(List.of("4"), Rows.texts("SELECT stars FROM follower_rating"));
    }

    @Test
    void partedItGoesOnWhereItStoodAndTheTimeBetweenIsAGap() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        AnAppeal appeal = AnAppeal.atTown(follower(AnAppeal.filing()));
        String due = appeal.read().path("clocks.find { it.clock == 'RESOLVE' }.dueAt");
        appeal.does(AnAppeal.DISPATCHER, "merge", follows(master)).then().statusCode(200);
        assertEquals(
                List.of(), Rows.texts("SELECT kind FROM task WHERE done_at IS NULL AND subject = '" + appeal.id + "'"));

        // When
        Response parted = appeal.does(AnAppeal.DISPATCHER, "unmerge", Map.of("reason", "并非同一事件（虚构）。"));

        // Then
        parted.then().log().ifValidationFails().statusCode(200).body("state", equalTo("DISPATCHED"));
        Response clocks = Api.as("supervisor").get(appeal.path() + "/clocks");
        clocks.then()
                .body("clock.findAll { it.clock == 'SIGN' }.state", contains("RUNNING"))
                .body("clock.findAll { it.clock == 'UNIT_RESOLVE' }.state", contains("RUNNING"))
                .body("find { it.clock.clock == 'SIGN' }.stretches.kind", contains("RUN", "GAP", "RUN"));
        // the seconds in between do not count
        assertTrue(appeal.read()
                        .<String>path("clocks.find { it.clock == 'RESOLVE' }.dueAt")
                        .compareTo(due)
                >= 0);
        assertEquals(List.of("appeal-to-sign"), openOf(appeal));
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200).body("state", equalTo("IN_PROGRESS"));
        AnAppeal.HEAD.get(master.path() + "/followers").then().body("", hasSize(0));
        EventSchemas.assertMatches(
                "appeal.unmerged.v1",
                Log.events("appeal.unmerged.v1").getFirst().toString());
    }

    @Test
    void thirtyDaysAfterTheMergingItStays() {
        // Given
        AnAppeal appeal = merged(AnAppeal.contacted());
        Rows.execute("UPDATE merging SET merged_at = merged_at - interval '31 days'");

        // When
        Response late = appeal.does(AnAppeal.DISPATCHER, "unmerge", Map.of("reason", "并非同一事件（虚构）。"));

        // Then
        late.then().statusCode(409).body("code", equalTo("SEPARATION_OVER"));
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", not(hasItem("unmergeAppeal")));
    }

    @Test
    void whatFollowsIsFreeOnceTheMasterIsTakenBack() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        AnAppeal appeal = merged(master);

        // When
        master.does(AnAppeal.ENTERPRISE, "withdraw", Map.of("reason", "SOLVED_MEANWHILE"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals("IN_PROGRESS", appeal.state());
        assertTrue(openOf(appeal).contains("appeal-to-answer"));
        assertEquals(List.of("system"), Rows.texts("SELECT ended_by FROM merging"));
    }

    @Test
    void whatCannotBeFollowedIsRefusedWithEveryFault() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        AnAppeal appeal = merged(master);
        AnAppeal fresh = follower(AnAppeal.filing());
        Map<String, Object> about = AnAppeal.filing("nature", "COMPLAINT");
        about.put("aboutUnit", Map.of("divisionCode", "440703", "code", "440703101"));
        AnAppeal complaint = follower(about);

        // When
        Response nothing = fresh.does(AnAppeal.DISPATCHER, "merge", Map.of());
        Response unknown =
                fresh.does(AnAppeal.DISPATCHER, "merge", Map.of("masterId", UUID.randomUUID(), "reason", "同一事件"));
        Response itself = fresh.does(AnAppeal.DISPATCHER, "merge", follows(fresh));
        Response ring = master.does(AnAppeal.DISPATCHER, "merge", follows(appeal));
        Response chain = fresh.does(AnAppeal.DISPATCHER, "merge", follows(appeal));
        Response aboutUnit = complaint.does(AnAppeal.DISPATCHER, "merge", follows(master));
        Response clerk = fresh.does(AnAppeal.CLERK, "merge", follows(master));

        // Then
        nothing.then().statusCode(400).body("errors.pointer", containsInAnyOrder("/masterId", "/reason"));
        unknown.then().statusCode(422).body("errors.code", contains("MASTER_UNKNOWN"));
        itself.then().statusCode(422).body("errors.code", contains("MASTER_IS_ITSELF", "MASTER_NOT_TO_FOLLOW"));
        ring.then().statusCode(409).body("code", equalTo("HAS_FOLLOWERS"));
        chain.then().statusCode(422).body("errors.code", contains("MASTER_NOT_TO_FOLLOW"));
        aboutUnit
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", hasItems("MASTER_ABOUT_ANOTHER"));
        clerk.then().statusCode(403);
        assertEquals(1, Log.count("SELECT count(*) FROM merging"));
        AnAppeal.DISPATCHER.get(master.path()).then().body("allowedCommands", not(hasItem("mergeAppeal")));
        AnAppeal.DISPATCHER.get(fresh.path()).then().body("allowedCommands", hasItem("mergeAppeal"));
    }

    @Test
    void theHandlerOfTheMasterLearnsNothingOfAConfidentialFollower() {
        // Given
        AnAppeal master = AnAppeal.contacted();
        Map<String, Object> secret = new HashMap<>(AnAppeal.filing());
        secret.put("confidentiality", "CONFIDENTIAL");
        AnAppeal appeal = follower(secret);

        // When
        appeal.does(AnAppeal.DISPATCHER, "merge", follows(master))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        AnAppeal.HEAD.get(master.path() + "/followers").then().statusCode(200).body("", hasSize(0));
        AnAppeal.DISPATCHER.get(master.path() + "/followers").then().body("enterprise", contains("91440703MA5ABCDE5X"));
        String no = appeal.read().path("no");
        assertFalse(
                AnAppeal.HEAD.get(master.path() + "/timeline").asString().contains(no),
                "the timeline of the master names it not");
        assertEquals(
                0,
                Log.count("SELECT count(*) FROM notice WHERE recipient_kind = 'UNIT' AND arguments::text LIKE '%" + no
                        + "%'"));
    }

    private static List<String> openOf(AnAppeal appeal) {
        return Rows.texts("SELECT kind FROM task WHERE done_at IS NULL AND subject = '" + appeal.id + "'");
    }
}
