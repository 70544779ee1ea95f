package org.pengjiang.appeal.returning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.pengjiang.kit.testing.Persona;

/** A wrong dispatch is put right: by the centre before the signature, or by a return that the supervision rules on. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ReturningAnAppealTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Api DEPARTMENT_HEAD = Api.as(
            new Persona("department-head", List.of("UNIT_HEAD"), Map.of("division", "440703", "unit", "440703-ZR")));

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theCentreRedirectsWhatItHasDispatchedWronglyBeforeAnybodySigns() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", hasItem("redirectAppeal"));

        // When
        Response redirected =
                appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", "440703-ZR", "reason", "派错单位（虚构）"));

        // Then
        redirected
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("handler.accountableUnit", equalTo("440703-ZR"))
                .body("clocks.findAll { it.clock == 'SIGN' }.state", contains("STOPPED", "RUNNING"));
        assertEquals(List.of(), open(AnAppeal.CLERK));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.DEPARTMENT_CLERK));
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/assignments")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("accountableUnit", contains("440703101", "440703-ZR"))
                .body("chargedToCentre", contains(true, false))
                .body("[0].endedAt", notNullValue())
                .body("[1].reason", equalTo("派错单位（虚构）"));
        Api.as("assessor")
                .get(appeal.path() + "/assignments")
                .then()
                .statusCode(200)
                .body("[1].reason", nullValue());
        AnAppeal.ENTERPRISE.get(appeal.path() + "/assignments").then().statusCode(403);
        assertEquals(2, Log.events("appeal.dispatched.v1").size());
        appeal.does(AnAppeal.DEPARTMENT_CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", "440703101", "reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void aRedirectionNeedsAReasonAndAnotherHandlerThatFits() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response bare = appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", " ", "extra", 1));
        Response same = redirect(appeal, "440703101");
        Response elsewhere = redirect(appeal, "440703102");
        Response unknown = redirect(appeal, "NOBODY");
        Response clerk = appeal.does(AnAppeal.CLERK, "redirect", Map.of("unit", "440703-ZR", "reason", "虚构"));

        // Then
        bare.then().statusCode(400).body("errors.pointer", hasItems("/unit", "/reason", "/extra"));
        same.then().statusCode(422).body("errors.code", contains("HANDLER_UNCHANGED"));
        elsewhere.then().statusCode(422).body("errors.code", contains("UNIT_OUT_OF_AREA"));
        unknown.then().statusCode(422).body("errors.code", contains("UNIT_UNKNOWN"));
        clerk.then().statusCode(403);
        assertEquals(1, Log.events("appeal.dispatched.v1").size());
    }

    @Test
    void anUpheldReturnGoesToTheNextUnitWhichAnswers() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("returnAppeal"));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", not(hasItem("returnAppeal")));

        // When
        Response returned = appeal.does(AnAppeal.HEAD, "returns", aReturn());

        // Then: the clocks of the unit stand, those of the enterprise run, and the unit goes on reaching the enterprise
        returned.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("state", equalTo("RETURN_REVIEW"))
                .body("clocks.find { it.clock == 'UNIT_RESOLVE' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"))
                // half an hour before the offices close: two working hours
                .body("clocks.find { it.clock == 'RULING' }.dueAt", startsWith("2026-09-20T02:0"));
        assertEquals(List.of("enterprise-to-contact"), open(AnAppeal.CLERK));
        assertEquals(List.of("ruling-to-propose"), open(AnAppeal.DISPATCHER));
        assertEquals(List.of(), open(SUPERVISOR));
        SUPERVISOR.get(appeal.path()).then().body("allowedCommands", not(hasItem("ruleReturn")));
        appeal.does(SUPERVISOR, "returns/1/rule", ruling(true))
                .then()
                .statusCode(409)
                .body("code", equalTo("RULING_NOT_PROPOSED"));
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);

        appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", ruling(true))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("RETURN_REVIEW"));
        assertEquals(List.of(), open(AnAppeal.DISPATCHER));
        assertEquals(List.of("return-to-rule"), open(SUPERVISOR));
        SUPERVISOR.get(appeal.path()).then().body("allowedCommands", hasItem("ruleReturn"));

        appeal.does(SUPERVISOR, "returns/1/rule", ruling(true))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("handler.accountableUnit", equalTo("440703-ZR"))
                .body("clocks.find { it.clock == 'RULING' }.state", equalTo("MET"));
        assertEquals(List.of(), open(SUPERVISOR));
        assertEquals(List.of(), open(AnAppeal.CLERK));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.DEPARTMENT_CLERK));
        SUPERVISOR
                .get(appeal.path() + "/returns")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].unit", equalTo("440703101"))
                .body("[0].reason", equalTo("OTHER_LEAD"))
                .body("[0].namedUnit", equalTo("440703-ZR"))
                .body("[0].proposal.upheld", equalTo(true))
                .body("[0].proposal.unit", equalTo("440703-ZR"))
                .body("[0].outcome", equalTo("GRANTED"))
                .body("[0].improper", equalTo(false))
                .body("[0].nextUnit", equalTo("440703-ZR"));
        // whoever had it reads what it has asked; another office does not
        AnAppeal.HEAD.get(appeal.path() + "/returns").then().statusCode(200).body("", hasSize(1));
        DEPARTMENT_HEAD.get(appeal.path() + "/returns").then().statusCode(200).body("", hasSize(1));
        Api.as("assessor").get(appeal.path() + "/returns").then().statusCode(403);
        redirect(appeal, "440703101")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/unit"))
                .body("errors.code", contains("UNIT_RETURNED_IT"));
        appeal.does(AnAppeal.DEPARTMENT_CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.DEPARTMENT_CLERK, "replies", AnAppeal.reply())
                .then()
                .statusCode(201);
        assertThatTheContractsAreKept();
    }

    @Test
    void aRefusedReturnLeavesTheUnitItsAppealForGood() {
        // Given
        AnAppeal appeal = returned();
        appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", ruling(true))
                .then()
                .statusCode(200);
        // what is proposed may be proposed anew
        appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", ruling(false))
                .then()
                .statusCode(200);

        // When
        Response refused = appeal.does(SUPERVISOR, "returns/1/rule", ruling(false));

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("handler.accountableUnit", equalTo("440703101"))
                .body("clocks.findAll { it.clock == 'SIGN' }.state", contains("RUNNING"))
                .body("clocks.find { it.clock == 'UNIT_CONTACT' }.state", equalTo("RUNNING"));
        SUPERVISOR
                .get(appeal.path() + "/returns")
                .then()
                .body("[0].outcome", equalTo("REFUSED"))
                .body("[0].improper", equalTo(true))
                .body("[0].nextUnit", nullValue());
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", not(hasItem("returnAppeal")));
        appeal.does(AnAppeal.HEAD, "returns", aReturn())
                .then()
                .statusCode(409)
                .body("code", equalTo("RETURNED_ALREADY"));
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", not(hasItem("redirectAppeal")));
        redirect(appeal, "440703-ZR").then().statusCode(409).body("code", equalTo("KEPT_BY_RULING"));
        assertEquals(
                List.of("return-refused"),
                Rows.texts("SELECT kind FROM notice WHERE recipient = '440703101' AND kind LIKE 'return-%'"));
    }

    @Test
    void aReturnSaysWhyByWhichRuleAndWhoShouldHaveItAndEveryFaultIsNamedAtOnce() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        Map<String, Object> faulty = new HashMap<>(Map.of("reason", "TIRED", "explanation", " ", "extra", 1));

        // When
        Response bad = appeal.does(AnAppeal.HEAD, "returns", faulty);
        Response own = appeal.does(AnAppeal.HEAD, "returns", aReturn("440703101"));
        Response elsewhere = appeal.does(AnAppeal.HEAD, "returns", aReturn("440703102"));
        Response unknown = appeal.does(AnAppeal.HEAD, "returns", aReturn("NOBODY"));
        Response clerk = appeal.does(AnAppeal.CLERK, "returns", aReturn());
        Response otherHead = appeal.does(DEPARTMENT_HEAD, "returns", aReturn());
        Response enterprise = appeal.does(AnAppeal.ENTERPRISE, "returns", aReturn());

        // Then
        bad.then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/reason", "/explanation", "/legalBasis", "/unit", "/extra"));
        own.then().statusCode(422).body("errors.code", contains("HANDLER_UNCHANGED"));
        elsewhere.then().statusCode(422).body("errors.pointer", contains("/unit"));
        unknown.then().statusCode(422).body("errors.code", contains("UNIT_UNKNOWN"));
        clerk.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        otherHead.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        enterprise.then().statusCode(403);
        assertEquals("DISPATCHED", appeal.state());
        assertEquals(0, Log.count("SELECT count(*) FROM appeal_return"));
        assertEquals(List.of(), Log.events("appeal.returned.v1"));
    }

    @Test
    void aSpecialClassReturnsByItsHeadAndAUnitGetsIt() {
        // Given
        Known.specialClass();
        AnAppeal appeal = AnAppeal.ofProject();

        // When
        appeal.does(AnAppeal.CLASS_MEMBER, "returns", aReturn("440703101"))
                .then()
                .statusCode(403);
        appeal.does(AnAppeal.CLASS_HEAD, "returns", aReturn("440703101"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("handler.kind", equalTo("SPECIAL_CLASS"));
        assertEquals(List.of("enterprise-to-contact"), open(AnAppeal.CLASS_MEMBER));
        appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", ruling(true))
                .then()
                .statusCode(200);
        Response ruled = appeal.does(SUPERVISOR, "returns/1/rule", ruling(true));

        // Then
        ruled.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("handler.kind", equalTo("UNIT"))
                .body("handler.accountableUnit", equalTo("440703101"));
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
    }

    @Test
    void noReturnLeadsToTheUnitThatAnAppealIsAbout() {
        // Given
        Map<String, Object> filing =
                AnAppeal.filing("aboutUnit", Map.of("divisionCode", "440703", "code", "440703-ZR"));
        filing.put("nature", "COMPLAINT");
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.filed(filing));

        // When
        Response named = appeal.does(AnAppeal.HEAD, "returns", aReturn());
        Response redirected = redirect(appeal, "440703-ZR");

        // Then
        named.then().log().ifValidationFails().statusCode(422).body("errors.code", contains("UNIT_IS_CONCERNED"));
        redirected.then().statusCode(422).body("errors.code", contains("UNIT_IS_CONCERNED"));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal_return"));
    }

    @Test
    void nobodyRulesOnWhatDoesNotWaitOrInAnotherCapacity() {
        // Given
        AnAppeal appeal = returned();

        // When
        Response other = appeal.does(AnAppeal.DISPATCHER, "returns/2/propose-ruling", ruling(true));
        Response surplus = appeal.does(
                AnAppeal.DISPATCHER,
                "returns/1/propose-ruling",
                Map.of("upheld", false, "unit", "440703-ZR", "note", "虚构"));
        Response back = appeal.does(
                AnAppeal.DISPATCHER,
                "returns/1/propose-ruling",
                Map.of("upheld", true, "unit", "440703101", "note", "虚构"));
        Response bare = appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", Map.of("unit", " "));
        Response head = appeal.does(AnAppeal.HEAD, "returns/1/propose-ruling", ruling(true));
        Response centre = appeal.does(AnAppeal.DISPATCHER, "returns/1/rule", ruling(true));

        // Then
        other.then().statusCode(404);
        surplus.then().statusCode(422).body("errors.code", contains("UNIT_WITHOUT_RETURN"));
        back.then().statusCode(422).body("errors.code", contains("HANDLER_UNCHANGED"));
        bare.then().statusCode(400).body("errors.pointer", containsInAnyOrder("/upheld", "/unit", "/note"));
        head.then().statusCode(403);
        centre.then().statusCode(403);
        assertEquals("RETURN_REVIEW", appeal.state());
        assertEquals(0, Log.count("SELECT count(*) FROM appeal_return WHERE proposed_by IS NOT NULL"));
    }

    @Test
    void afterFourWorkingHoursAUnitKeepsWhatItHas() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        Rows.execute("UPDATE assignment SET assigned_at = assigned_at - interval '1 day'");

        // When
        Response late = appeal.does(AnAppeal.HEAD, "returns", aReturn());

        // Then
        late.then()
                .log()
                .ifValidationFails()
                .statusCode(409)
                .body("code", equalTo("RETURN_TOO_LATE"))
                .body("returnableUntil", notNullValue());
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", not(hasItem("returnAppeal")));
        assertEquals("IN_PROGRESS", appeal.state());
    }

    @Test
    void theEnterpriseLearnsThatItIsLookedAtAndNotWhy() {
        // Given
        AnAppeal appeal = returned();
        appeal.does(AnAppeal.DISPATCHER, "returns/1/propose-ruling", ruling(true))
                .then()
                .statusCode(200);
        appeal.does(SUPERVISOR, "returns/1/rule", ruling(true)).then().statusCode(200);

        // When
        Response feed = AnAppeal.ENTERPRISE.get("/v1/changes?limit=50");

        // Then
        feed.then()
                .statusCode(200)
                .body("items.type", hasItems("appeal.returned.v1", "appeal.return-ruled.v1"))
                .body("items.type", not(hasItem("appeal.ruling-proposed.v1")));
        for (String kept : List.of("OTHER_LEAD", "namedUnit", "rulingDueAt", "transfers", "relievedClocks", "RULING")) {
            assertFalse(feed.asString().contains(kept), kept);
        }
        AnAppeal.ENTERPRISE.get(appeal.path() + "/returns").then().statusCode(403);
    }

    private static AnAppeal returned() {
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.HEAD, "returns", aReturn())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        return appeal;
    }

    private static Response redirect(AnAppeal appeal, String unit) {
        return appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", unit, "reason", "虚构"));
    }

    private static Map<String, Object> aReturn() {
        return aReturn("440703-ZR");
    }

    private static Map<String, Object> aReturn(String unit) {
        return Map.of("reason", "OTHER_LEAD", "explanation", "应由主管部门牵头（虚构）", "legalBasis", "职责清单第三条（虚构）", "unit", unit);
    }

    private static Map<String, Object> ruling(boolean upheld) {
        return Map.of("upheld", upheld, "note", "虚构");
    }

    private static List<String> open(Api who) {
        return who.get("/v1/tasks?mine").path("items.kind");
    }

    private static void assertThatTheContractsAreKept() {
        for (String type : List.of("appeal.returned.v1", "appeal.return-ruled.v1", "appeal.dispatched.v1")) {
            for (JsonNode event : Log.events(type)) {
                EventSchemas.assertMatches(type, event.toString());
            }
        }
    }
}
