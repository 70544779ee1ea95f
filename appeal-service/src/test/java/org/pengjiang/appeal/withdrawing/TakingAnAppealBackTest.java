package org.pengjiang.appeal.withdrawing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Whoever appeals takes it back, and what lapsed without a supplement comes in again. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class TakingAnAppealBackTest {
    private static final Map<String, Object> SOLVED = Map.of("reason", "SOLVED_MEANWHILE");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void everyClockStopsAndNobodyHasToDoAnything() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("withdrawAppeal"));

        // When
        Response withdrawn = appeal.does(AnAppeal.ENTERPRISE, "withdraw", SOLVED);

        // Then
        withdrawn
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("open", equalTo(false))
                .body("allowedCommands", contains("writeMessage"));
        appeal.read()
                .then()
                .body("clocks.findAll { it.clock != 'CALLBACK' }.state", everyItem(oneOf("STOPPED", "MET")));
        assertEquals(
                Rows.number("SELECT count(*) FROM withdrawal WHERE sampled"),
                Log.count("SELECT count(*) FROM task WHERE done_at IS NULL AND kind = 'appeal-to-call-back'"));
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE done_at IS NULL AND kind <> 'appeal-to-call-back'"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/withdrawal")
                .then()
                .statusCode(200)
                .body("reason", equalTo("SOLVED_MEANWHILE"))
                .body("by", equalTo("ENTERPRISE"))
                .body("from", equalTo("IN_PROGRESS"))
                .body("sampled", nullValue());
        Api.as("supervisor").get(appeal.path() + "/withdrawal").then().body("sampled", notNullValue());
        AnAppeal.ENTERPRISE.get("/v1/changes?limit=50").then().body("items.type", hasItem("appeal.withdrawn.v1"));
        assertEquals(
                List.of("PARTY", "UNIT"),
                Rows.texts("SELECT recipient_kind FROM notice WHERE kind = 'appeal-withdrawn' ORDER BY 1"));
        EventSchemas.assertMatches(
                "appeal.withdrawn.v1",
                Log.events("appeal.withdrawn.v1").getFirst().toString());
        appeal.does(AnAppeal.ENTERPRISE, "withdraw", SOLVED)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void nobodyElseTakesItBack() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response clerk = appeal.does(AnAppeal.CLERK, "withdraw", SOLVED);
        Response other = appeal.does(AnAppeal.OTHER_ENTERPRISE, "withdraw", SOLVED);
        Response partner = appeal.does(AnAppeal.PARTNER, "withdraw", SOLVED);

        // Then
        clerk.then().statusCode(403);
        other.then().statusCode(404);
        partner.then().statusCode(404);
        assertEquals("IN_PROGRESS", appeal.state());
    }

    @Test
    void aPartnersSystemTakesBackWhatItHasFiled() {
        // Given
        AnAppeal appeal = AnAppeal.ofPartner();
        AnAppeal.PARTNER.get(appeal.path()).then().body("allowedCommands", hasItem("withdrawAppeal"));

        // When
        Response withdrawn =
                appeal.does(AnAppeal.PARTNER, "withdraw", Map.of("reason", "OTHER", "text", "来源平台已撤单（虚构）。"));

        // Then
        withdrawn.then().log().ifValidationFails().statusCode(200).body("state", equalTo("WITHDRAWN"));
        AnAppeal.PARTNER
                .get(appeal.path() + "/withdrawal")
                .then()
                .body("by", equalTo("PARTNER"))
                .body("text", equalTo("来源平台已撤单（虚构）。"));
    }

    @Test
    void everyFaultIsNamedAndNothingIsHalfWritten() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> bad = new HashMap<>();
        bad.put("reason", null);
        bad.put("text", "");

        // When
        Response missing = appeal.does(AnAppeal.ENTERPRISE, "withdraw", bad);
        Response unknown = appeal.does(AnAppeal.ENTERPRISE, "withdraw", Map.of("reason", "NOBODY"));
        Response bare = appeal.does(AnAppeal.ENTERPRISE, "withdraw", Map.of("reason", "OTHER"));
        Response stale = AnAppeal.ENTERPRISE.post(appeal.path() + "/withdraw", SOLVED, "\"1-x\"");

        // Then
        missing.then().statusCode(400).body("errors.pointer", hasItems("/reason", "/text"));
        unknown.then().statusCode(400);
        bare.then().statusCode(422).body("errors.pointer", contains("/text"));
        stale.then().statusCode(412);
        assertEquals("IN_PROGRESS", appeal.state());
        assertEquals(0, Log.count("SELECT count(*) FROM withdrawal"));
    }

    @Test
    void whoeverHasNoAccountTakesItBackByQueryCode() {
        // Given
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE));
        filed.then().log().ifValidationFails().statusCode(201);
        Map<String, Object> said = new HashMap<>(SOLVED);
        said.put("number", filed.path("no"));
        said.put("queryCode", "0000-00000-0000");
        Response wrong = Api.anonymous().post("/v1/appeals/lookup/withdrawal", said);
        said.put("queryCode", filed.path("queryCode"));

        // When
        Response withdrawn = Api.anonymous().post("/v1/appeals/lookup/withdrawal", said);

        // Then
        wrong.then().statusCode(404).body("code", equalTo("QUERY_CODE_WRONG"));
        withdrawn.then().log().ifValidationFails().statusCode(200).body("state", equalTo("WITHDRAWN"));
        AnAppeal appeal = AnAppeal.known(filed.path("id"));
        Api.as("supervisor").get(appeal.path() + "/withdrawal").then().body("by", equalTo("CODE"));
    }

    @Test
    void onlyWhatLapsedComesInAgainWithItsPromisesAndAGapInThem() {
        // Given
        AnAppeal taken = AnAppeal.filed(AnAppeal.filing());
        taken.does(AnAppeal.ENTERPRISE, "withdraw", SOLVED).then().statusCode(200);
        AnAppeal lapsed = AnAppeal.filed(AnAppeal.filing());
        String due = lapsed.read().path("clocks.find { it.clock == 'RESOLVE' }.dueAt");
        lapsed.does(AnAppeal.ENTERPRISE, "withdraw", SOLVED).then().statusCode(200);
        Rows.execute("DELETE FROM withdrawal WHERE appeal_id = '" + lapsed.id + "'");
        Map<String, Object> said = Map.of("text", "补充材料（虚构）。");
        AnAppeal.ENTERPRISE.get(lapsed.path()).then().body("allowedCommands", hasItem("resubmitAppeal"));

        // When
        Response again = taken.does(AnAppeal.ENTERPRISE, "resubmit", said);
        Response empty = lapsed.does(AnAppeal.ENTERPRISE, "resubmit", Map.of());
        Response resubmitted = lapsed.does(AnAppeal.ENTERPRISE, "resubmit", said);

        // Then
        again.then().statusCode(409).body("code", equalTo("NOT_LAPSED"));
        AnAppeal.ENTERPRISE.get(taken.path()).then().body("allowedCommands", not(hasItem("resubmitAppeal")));
        empty.then().statusCode(400).body("errors.pointer", contains("/text"));
        resubmitted.then().log().ifValidationFails().statusCode(200).body("state", equalTo("SUBMITTED"));
        lapsed.read()
                .then()
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'ACCEPT' }.state", equalTo("RUNNING"));
        Api.as("supervisor")
                .get(lapsed.path() + "/clocks")
                .then()
                .body("find { it.clock.clock == 'RESOLVE' }.stretches.kind", contains("RUN", "GAP", "RUN"));
        AnAppeal.DISPATCHER.get(lapsed.path() + "/messages").then().body("body", contains("补充材料（虚构）。"));
        assertEquals(
                List.of("appeal-to-accept"),
                AnAppeal.DISPATCHER.get("/v1/tasks?mine").<List<String>>path("items.kind"));
        // the seconds in between do not count
        assertTrue(lapsed.read()
                        .<String>path("clocks.find { it.clock == 'RESOLVE' }.dueAt")
                        .compareTo(due)
                >= 0);
        EventSchemas.assertMatches(
                "appeal.resubmitted.v1",
                Log.events("appeal.resubmitted.v1").getFirst().toString());
    }

    @Test
    void nothingComesInAgainAfterThirtyDays() {
        // Given
        AnAppeal lapsed = AnAppeal.filed(AnAppeal.filing());
        lapsed.does(AnAppeal.ENTERPRISE, "withdraw", SOLVED).then().statusCode(200);
        Rows.execute("DELETE FROM withdrawal");
        Rows.execute("UPDATE appeal SET withdrawn_at = withdrawn_at - interval '31 days'");

        // When
        Response late = lapsed.does(AnAppeal.ENTERPRISE, "resubmit", Map.of("text", "补充材料（虚构）。"));

        // Then
        late.then().statusCode(409).body("code", equalTo("RESUBMISSION_OVER"));
        AnAppeal.ENTERPRISE.get(lapsed.path()).then().body("allowedCommands", not(hasItem("resubmitAppeal")));
    }
}
