package org.pengjiang.appeal.screening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** What the centre asks and decides before it dispatches, by whom, and what happens at the end of each window. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ScreeningAppealsTest {
    private static final Api SECOND = Api.as("dispatcher-2");
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> MISSING = Map.of("missing", List.of("营业执照复印件", "停水的起止时间"));
    private static final Map<String, Object> GROUNDS = Map.of(
            "code", "OTHER_PROCEDURE",
            "reason", "该事项已由法院立案（虚构）。",
            "legalBasis", "《范例条例》第三条",
            "recourse", "可向范例法院提出");

    @Inject
    StoredAppeals stored;

    @Inject
    EscalationEngine escalation;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void knowTheDistrict() {
        jobs.pause("due-clocks");
        Database.reset();
        Known.district();
    }

    @AfterEach
    void resume() {
        Database.reset();
        jobs.resume("due-clocks");
    }

    @Test
    void whatIsMissingIsAskedForOnceAndThePromisesOfTheReplyWaitForIt() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        AnAppeal.DISPATCHER
                .get(appeal.path())
                .then()
                .body("allowedCommands", hasItems("requestSupplement", "requestRejection", "changeClass"))
                .body("allowedCommands", not(hasItem("answerDirectly")))
                .body("allowedCommands", not(hasItem("rejectAppeal")));

        // When
        appeal.does(AnAppeal.DISPATCHER, "supplement-request", MISSING)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("SUPPLEMENT"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'LIMIT' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'CONTACT' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'ACCEPT' }.met", equalTo(true))
                .body("clocks.find { it.clock == 'SUPPLEMENT' }.dueAt", equalTo("2026-09-24T09:30:00Z"))
                .body("allowedCommands", not(hasItem("supplementAppeal")));
        assertEquals(List.of("appeal-to-supplement"), open(AnAppeal.ENTERPRISE));
        assertEquals(List.of(), open(AnAppeal.DISPATCHER));
        appeal.does(AnAppeal.DISPATCHER, "supplement", Map.of("text", "虚构"))
                .then()
                .statusCode(403)
                .body("code", equalTo("FILER_ACTS_ITSELF"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("supplementAppeal"));
        String file = upload();
        appeal.does(AnAppeal.ENTERPRISE, "supplement", Map.of("text", "附件为执照；电话 13812341234", "fileIds", List.of(file)))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("files.name", contains("licence.pdf"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"));

        // Then
        assertEquals(List.of("appeal-to-accept"), open(AnAppeal.DISPATCHER));
        appeal.does(AnAppeal.DISPATCHER, "supplement-request", MISSING)
                .then()
                .statusCode(409)
                .body("code", equalTo("SUPPLEMENT_ASKED_BEFORE"));
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/screening")
                .then()
                .statusCode(200)
                .body("supplement.missing", contains("营业执照复印件", "停水的起止时间"))
                .body("supplement.outcome", equalTo("SUPPLIED"))
                .body("supplement.text", equalTo("附件为执照；电话 13812341234"))
                .body("rejections", empty());
        assertFalse(SUPERVISOR
                .get(appeal.path() + "/screening")
                .<String>path("supplement.text")
                .contains("13812341234"));
        AnAppeal.OTHER_CLERK.get(appeal.path() + "/screening").then().statusCode(404);
        assertPublished("appeal.supplement-requested.v1", "appeal.supplemented.v1");
    }

    @Test
    void theCentreReachesTheEnterpriseUntilSomebodyHandlesTheAppeal() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "supplement-request", MISSING).then().statusCode(200);
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", hasItem("contactEnterprise"));

        // When
        appeal.does(AnAppeal.DISPATCHER, "contacts", AnAppeal.call(60))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        // Then
        appeal.read().then().body("clocks.find { it.clock == 'CONTACT' }.met", equalTo(true));
        appeal.does(AnAppeal.ENTERPRISE, "supplement", Map.of("text", "虚构"))
                .then()
                .statusCode(200);
        AnAppeal.atTown(appeal).does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", not(hasItem("contactEnterprise")));
        appeal.does(AnAppeal.DISPATCHER, "contacts", AnAppeal.call(60))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HANDLER"));
        assertPublished("appeal.contacted.v1");
    }

    @Test
    void whyAClassWasChangedIsMaskedAndNoMatterOfAFormerHandler() {
        // Given: the town has it, and what is decided before and after its turn is not its own
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(
                        AnAppeal.DISPATCHER,
                        "classification",
                        Map.of("category", "A05", "reason", "来电 13812341234 说明是积水（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        AnAppeal.CLERK.get(appeal.path() + "/screening").then().body("classChanges.categoryAfter", contains("A05"));

        // When
        appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", "440703-ZR", "reason", "属部门职责（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("category", "A04", "reason", "还是停水（虚构）"))
                .then()
                .statusCode(200);

        // Then
        AnAppeal.CLERK.get(appeal.path() + "/screening").then().body("classChanges.categoryAfter", contains("A05"));
        List<String> reasons = SUPERVISOR.get(appeal.path() + "/screening").path("classChanges.reason");
        assertEquals(2, reasons.size());
        assertFalse(reasons.toString().contains("13812341234"), reasons.toString());
    }

    @Test
    void whatNobodySuppliesLapsesAtTheEndOfTheWindow() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "supplement-request", MISSING).then().statusCode(200);

        // When
        sweep(appeal, "2026-09-24T17:30:01");

        // Then
        appeal.read().then().body("state", equalTo("WITHDRAWN")).body("open", equalTo(false));
        assertEquals(
                List.of("2026-09-24T09:30:00Z NO_SUPPLEMENT"),
                Rows.texts("SELECT (data::jsonb ->> 'lapsedAt') || ' ' || (data::jsonb ->> 'reason') FROM event_log"
                        + " WHERE type = 'appeal.lapsed.v1'"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/screening")
                .then()
                .body("supplement.outcome", equalTo("LAPSED"))
                .body("supplement.endedAt", equalTo("2026-09-24T09:30:00Z"));
        assertTold("appeal-lapsed", "PARTY", Known.ENTERPRISE);
        assertPublished("appeal.lapsed.v1");
    }

    @Test
    void forWhomAnOfficeHasFiledTheCentreSupplementsAndForAPartnerThePartner() {
        // Given
        AnAppeal byOffice = AnAppeal.known(AnAppeal.DISPATCHER
                .post("/v1/appeals", AnAppeal.filing("enterprise", Known.ENTERPRISE))
                .path("id"));
        AnAppeal byPartner = AnAppeal.ofPartner();
        for (AnAppeal appeal : List.of(byOffice, byPartner)) {
            appeal.does(SECOND, "supplement-request", MISSING).then().statusCode(200);
        }
        assertEquals(List.of("supplement-to-ask-for"), open(AnAppeal.DISPATCHER));

        // When
        byOffice.does(AnAppeal.DISPATCHER, "supplement", Map.of("text", "来电补充（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        AnAppeal.PARTNER
                .post(
                        byPartner.path() + "/supplement",
                        Map.of("text", "平台补充（虚构）"),
                        AnAppeal.PARTNER.get(byPartner.path()).header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals("SUBMITTED", byOffice.state());
        assertEquals("SUBMITTED", byPartner.state());
    }

    @Test
    void everyFaultOfWhatIsAskedIsNamedAndNothingIsHalfDone() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // When, Then
        appeal.does(AnAppeal.DISPATCHER, "supplement-request", Map.of("missing", List.of("", " ")))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/missing/0", "/missing/1"));
        appeal.does(
                        AnAppeal.DISPATCHER,
                        "supplement-request",
                        Map.of("missing", List.of("请联系 13812341234", "执照", "13912341234")))
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors.pointer", contains("/missing/0", "/missing/2"));
        appeal.does(AnAppeal.DISPATCHER, "rejections", Map.of("code", "OTHER"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/legalBasis", "/recourse"));
        Map<String, Object> named = new HashMap<>(GROUNDS);
        named.put("recourse", "请致电 13812341234");
        named.put("reason", "见 13912341234");
        appeal.does(AnAppeal.DISPATCHER, "rejections", named)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/recourse", "/reason"));
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("category", "Y77", "timeClass", "S", "reason", "虚构"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/category"));
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("timeClass", "S", "reason", "虚构"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CLASS_NOT_OF_CATEGORY"));
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("reason", "虚构"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("CLASSIFICATION_UNCHANGED"));
        appeal.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMERGENCY_DECIDED"));
        appeal.does(AnAppeal.DISPATCHER, "direct-answer", Map.of("publicText", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_CONSULTATION"));
        appeal.does(AnAppeal.DISPATCHER, "objection", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
        for (String command : List.of("supplement-request", "rejections", "direct-answer", "classification")) {
            appeal.does(AnAppeal.CLERK, command, Map.of()).then().statusCode(403);
        }
        assertEquals(List.of("appeal.submitted.v1"), Log.types(appeal.id));
        assertEquals("SUBMITTED", appeal.state());
    }

    @Test
    void twoOfTheCentreRejectAndTheEnterpriseIsToldWhyAndWhere() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("allowedCommands", not(hasItem("rejectAppeal")));
        assertEquals(List.of("appeal-to-accept"), open(AnAppeal.DISPATCHER));
        assertTrue(open(SECOND).contains("rejection-to-confirm"));
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS)
                .then()
                .statusCode(409)
                .body("code", equalTo("REJECTION_ASKED_BEFORE"));
        appeal.does(AnAppeal.DISPATCHER, "rejections/1/confirm", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("FOUR_EYES"));
        appeal.does(SECOND, "rejections/2/confirm", null).then().statusCode(404);
        AnAppeal.ENTERPRISE.get(appeal.path() + "/screening").then().body("rejections", empty());

        // When: the second person refuses, is asked again, and confirms
        appeal.does(SECOND, "rejections/1/refuse", Map.of("reason", "属于本区职责（虚构）"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        appeal.does(SECOND, "rejections/1/refuse", Map.of("reason", "虚构"))
                .then()
                .statusCode(404);
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS).then().statusCode(200);
        SECOND.get(appeal.path()).then().body("allowedCommands", hasItems("rejectAppeal", "refuseRejection"));
        appeal.does(SECOND, "rejections/2/confirm", null)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("open", equalTo(false));

        // Then
        assertEquals(List.of(), open(SECOND));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/screening")
                .then()
                .body("rejections.code", contains("OTHER_PROCEDURE"))
                .body("rejections[0].recourse", equalTo("可向范例法院提出"))
                .body("rejections[0].objectionUntil", equalTo("2026-09-24T16:00:00Z"));
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/screening")
                .then()
                .body("rejections.outcome", contains("REFUSED", "GRANTED"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("objectToRejection"));
        assertTold("appeal-rejected", "PARTY", Known.ENTERPRISE);
        assertPublished("appeal.rejected.v1");
    }

    @Test
    void whoeverAcceptsItEndsTheRequestToReject() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS).then().statusCode(200);

        // When
        appeal.does(SECOND, "accept", null).then().log().ifValidationFails().statusCode(200);

        // Then
        assertEquals(List.of("appeal-to-dispatch"), open(SECOND));
        SECOND.get(appeal.path() + "/screening").then().body("rejections.outcome", contains("LAPSED"));
        appeal.does(SECOND, "rejections/1/confirm", null).then().statusCode(409);
    }

    @Test
    void theCentreObjectsForWhomItHasFiled() {
        // Given
        AnAppeal appeal = AnAppeal.known(AnAppeal.DISPATCHER
                .post(
                        "/v1/appeals",
                        AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")))
                .path("id"));
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS).then().statusCode(200);
        appeal.does(SECOND, "rejections/1/confirm", null).then().statusCode(200);
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", hasItem("objectToRejection"));

        // When
        appeal.does(AnAppeal.DISPATCHER, "objection", Map.of("reason", "来电不服（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(List.of("objection-to-rule"), open(SUPERVISOR));
        appeal.does(SUPERVISOR, "objection/dismiss", Map.of("reason", "请致电 13812341234"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void anObjectionThatIsUpheldReinstatesWhatWasPromised() {
        // Given
        AnAppeal appeal = rejected();
        appeal.does(AnAppeal.DISPATCHER, "objection", Map.of("reason", "虚构"))
                .then()
                .statusCode(403)
                .body("code", equalTo("FILER_ACTS_ITSELF"));
        appeal.does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "法院并未立案（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        assertEquals(List.of("objection-to-rule"), open(SUPERVISOR));
        assertEquals(
                List.of("2026-09-24T17:30:00+08:00"),
                SUPERVISOR.get("/v1/tasks?mine").path("items.dueAt"));
        appeal.does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("OBJECTED_BEFORE"));

        // When
        appeal.does(SUPERVISOR, "objection/uphold", Map.of("reason", "查明未立案（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("open", equalTo(true))
                .body("clocks.find { it.clock == 'CONTACT' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'DISPATCH' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'OBJECTION_RULING' }.met", equalTo(true));

        // Then
        assertEquals(List.of(), open(SUPERVISOR));
        assertEquals(List.of("appeal-to-dispatch"), open(AnAppeal.DISPATCHER));
        for (String clock : List.of("CONTACT", "RESOLVE", "LIMIT")) {
            AnAppeal.ENTERPRISE
                    .get(appeal.path() + "/clocks/" + clock + "/explain")
                    .then()
                    .log()
                    .ifValidationFails()
                    .body("pauses.kind", contains("GAP"));
        }
        appeal.does(SUPERVISOR, "objection/dismiss", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
        assertTold("objection-upheld", "PARTY", Known.ENTERPRISE);
        assertPublished("appeal.rejection-objected.v1", "appeal.objection-upheld.v1");
    }

    @Test
    void anObjectionThatIsDismissedLeavesTheRejectionAndOneThatIsTooLateIsRefused() {
        // Given
        AnAppeal dismissed = rejected();
        AnAppeal late = rejected();
        dismissed
                .does(SUPERVISOR, "objection/dismiss", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_OBJECTION_OPEN"));
        dismissed
                .does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "不服（虚构）"))
                .then()
                .statusCode(200);
        Rows.execute(
                "UPDATE rejection SET objection_until = '2026-09-18T09:00:00Z' WHERE appeal_id = '" + late.id + "'");

        // When
        dismissed
                .does(SUPERVISOR, "objection/dismiss", Map.of("reason", "法院已立案（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));

        // Then
        AnAppeal.ENTERPRISE
                .get(dismissed.path() + "/screening")
                .then()
                .body("objection.outcome", equalTo("REFUSED"))
                .body("objection.decision", equalTo("法院已立案（虚构）"));
        assertEquals(List.of(), open(SUPERVISOR));
        late.does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("OBJECTION_TOO_LATE"));
        AnAppeal.ENTERPRISE.get(late.path()).then().body("allowedCommands", not(hasItem("objectToRejection")));
        assertTold("objection-dismissed", "PARTY", Known.ENTERPRISE);
        assertPublished("appeal.objection-dismissed.v1");
    }

    @Test
    void anObjectionThatNobodyRulesOnIsABreachOfTheCentreAndStaysWithTheSupervision() {
        // Given
        AnAppeal appeal = rejected();
        appeal.does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "不服（虚构）"))
                .then()
                .statusCode(200);

        // When
        sweep(appeal, "2026-09-24T17:30:01");

        // Then
        assertEquals(
                List.of("OBJECTION_RULING CENTRE"),
                Rows.texts("SELECT (data::jsonb ->> 'clock') || ' ' || (data::jsonb ->> 'chargedTo') FROM event_log"
                        + " WHERE type = 'appeal.breached.v1'"));
        assertTrue(open(SUPERVISOR).contains("objection-to-rule"));
        appeal.does(SUPERVISOR, "objection/uphold", Map.of("reason", "虚构"))
                .then()
                .statusCode(200);
    }

    @Test
    void aConsultationIsAnsweredAtOnceAndABadRatingDispatchesIt() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing("nature", "CONSULTATION"));
        appeal.does(AnAppeal.DISPATCHER, "direct-answer", Map.of("publicText", "致电 13812341234"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/publicText"));

        // When
        appeal.does(AnAppeal.DISPATCHER, "direct-answer", Map.of("publicText", "办理流程见官网（虚构）。"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("REPLIED"))
                .body("handler", nullValue())
                .body("reply.result", equalTo("EXPLAINED"))
                .body("clocks.find { it.clock == 'CONTACT' }.met", equalTo(true))
                .body("clocks.find { it.clock == 'RESOLVE' }.met", equalTo(true))
                .body("clocks.find { it.clock == 'EVALUATION' }.state", equalTo("RUNNING"));

        // Then
        assertEquals(List.of("answer-to-rate"), open(AnAppeal.ENTERPRISE));
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("round", equalTo(2));
        assertEquals(List.of("appeal-to-dispatch"), open(AnAppeal.DISPATCHER));
        assertPublished("appeal.replied.v1", "appeal.rated.v1");

        // and what is rated well closes without a unit
        AnAppeal good = AnAppeal.filed(AnAppeal.filing("nature", "CONSULTATION"));
        good.does(AnAppeal.DISPATCHER, "direct-answer", Map.of("publicText", "办理流程见官网（虚构）。"))
                .then()
                .statusCode(200);
        good.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        assertPublished("appeal.closed.v1");
    }

    @Test
    void theCentreRaisesAtOnceAndTheSupervisionAloneLowersWithoutMovingAPromise() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        String resolve = clock(appeal, "RESOLVE");

        // When
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("timeClass", "P1", "reason", "停产在即（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeClass", equalTo("P1"));
        String raised = clock(appeal, "RESOLVE");
        assertTrue(raised.compareTo(resolve) < 0, raised + " " + resolve);
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("timeClass", "P3", "reason", "虚构"))
                .then()
                .statusCode(403)
                .body("code", equalTo("CLASS_LOWERED"));
        appeal.does(SUPERVISOR, "classification", Map.of("timeClass", "P3", "reason", "并未停产（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeClass", equalTo("P3"));

        // Then
        assertEquals(raised, clock(appeal, "RESOLVE"), "no promise is moved back");
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/screening")
                .then()
                .body("classChanges.classAfter", contains("P1", "P3"))
                .body("classChanges.reason", contains("停产在即（虚构）", "并未停产（虚构）"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/screening")
                .then()
                .body("classChanges.classAfter", contains("P1", "P3"))
                .body("classChanges[0].reason", nullValue());
        assertTrue(Log.types(appeal.id).contains("appeal.deadline-revised.v1"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/clocks/RESOLVE/explain")
                .then()
                .log()
                .ifValidationFails()
                .body("revisions.reason", contains("P3 → P1", "P1 → P3"))
                .body("sentences.toString()", not(containsString("停产在即")));
        assertEquals(2, Rows.number("SELECT count(*) FROM notice WHERE kind = 'appeal-classified'"));
        assertPublished("appeal.classified.v1", "appeal.deadline-revised.v1");
    }

    @Test
    void anotherCategoryGoesWhereItsRuleSays() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        Known.rule("440703101", "A05", "440703101");
        appeal.does(SECOND, "rejections", GROUNDS).then().statusCode(200);

        // When: the dispatch takes the place of the rejection
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("category", "A05", "reason", "是道路积水（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("category", equalTo("A05"))
                .body("state", equalTo("DISPATCHED"));

        // Then
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        AnAppeal.DISPATCHER.get(appeal.path() + "/screening").then().body("rejections.outcome", contains("LAPSED"));
    }

    @Test
    void anEmergencyStandsUntilTheCentreRefusesItAndHasTheDatesOfItsOwnClassThen() {
        // Given
        Known.rule("440703101", "A04", "440703101");
        Response filed = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("urgency", "EMERGENCY"));
        filed.then().log().ifValidationFails().statusCode(201).body("timeClass", equalTo("P0"));
        String until = filed.path("emergencyUntil");
        assertTrue(until.startsWith("2026-09-18T09:1"), until);
        AnAppeal appeal = AnAppeal.known(filed.path("id"));
        appeal.read().then().body("state", equalTo("DISPATCHED")).body("emergencyUntil", nullValue());
        assertEquals(List.of("emergency-to-judge"), open(AnAppeal.DISPATCHER));
        String promised = clock(appeal, "LIMIT");

        // When
        appeal.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "虚构", "urgency", "EMERGENCY"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/urgency"));
        appeal.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "已致电 13812341234"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("TEXT_NAMES_PERSON"));
        appeal.does(SUPERVISOR, "classification", Map.of("timeClass", "P3", "reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMERGENCY_UNDECIDED"));
        appeal.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "水压低，未停产（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeClass", equalTo("P3"))
                .body("state", equalTo("DISPATCHED"));

        // Then
        assertEquals(List.of(), open(AnAppeal.DISPATCHER));
        assertTrue(clock(appeal, "LIMIT").compareTo(promised) > 0, "the dates of its ordinary class");
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/screening")
                .then()
                .body("emergency.outcome", equalTo("REFUSED"))
                .body("emergency.reason", equalTo("水压低，未停产（虚构）"))
                .body("classChanges.cause", contains("EMERGENCY_REFUSED"));
        appeal.does(AnAppeal.DISPATCHER, "emergency/confirm", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMERGENCY_DECIDED"));
        assertPublished("appeal.emergency-judged.v1", "appeal.classified.v1", "appeal.deadline-revised.v1");
        appeal.does(AnAppeal.DISPATCHER, "classification", Map.of("category", "A05", "reason", "是道路积水（虚构）"))
                .then()
                .statusCode(200)
                .body("timeClass", equalTo("P3"));
    }

    @Test
    void theSilenceOfTheCentreConfirmsAnEmergencyAndTellsTheSupervision() {
        // Given
        AnAppeal confirmed = AnAppeal.filed(AnAppeal.filing("urgency", "EMERGENCY"));
        AnAppeal silent = AnAppeal.filed(AnAppeal.filing("urgency", "EMERGENCY"));
        confirmed
                .does(AnAppeal.DISPATCHER, "emergency/confirm", Map.of("reason", "已停产（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeClass", equalTo("P0"));

        // When
        sweep(confirmed, "2026-09-18T17:40:00");
        sweep(silent, "2026-09-18T17:40:00");

        // Then
        silent.read().then().body("timeClass", equalTo("P0"));
        AnAppeal.DISPATCHER
                .get(silent.path() + "/screening")
                .then()
                .body("emergency.outcome", equalTo("CONFIRMED_BY_SILENCE"));
        silent.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMERGENCY_DECIDED"));
        assertTold("emergency-unjudged", "ROLE", "SUPERVISOR");
        assertEquals(
                List.of("CONFIRMED", "CONFIRMED_BY_SILENCE"),
                Rows.texts("SELECT data::jsonb ->> 'outcome' FROM event_log WHERE type = 'appeal.emergency-judged.v1'"
                        + " ORDER BY seq"));
    }

    @Test
    void anEmergencyThatWasRejectedUnjudgedStandsWhenTheObjectionIsUpheld() {
        // Given: rejected within the ten minutes
        AnAppeal appeal = rejected(AnAppeal.filed(AnAppeal.filing("urgency", "EMERGENCY")));
        appeal.does(AnAppeal.ENTERPRISE, "objection", Map.of("reason", "确已停产（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // When
        appeal.does(SUPERVISOR, "objection/uphold", Map.of("reason", "应予受理（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeClass", equalTo("P0"));

        // Then
        assertEquals(List.of("appeal-to-dispatch"), open(AnAppeal.DISPATCHER));
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/screening")
                .then()
                .body("emergency.outcome", equalTo("CONFIRMED_BY_SILENCE"));
        appeal.does(AnAppeal.DISPATCHER, "emergency/refuse", Map.of("reason", "虚构"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMERGENCY_DECIDED"));
        assertPublished("appeal.emergency-judged.v1");
    }

    private static AnAppeal rejected() {
        return rejected(AnAppeal.filed(AnAppeal.filing()));
    }

    private static AnAppeal rejected(AnAppeal appeal) {
        appeal.does(AnAppeal.DISPATCHER, "rejections", GROUNDS).then().statusCode(200);
        appeal.does(SECOND, "rejections/1/confirm", null).then().statusCode(200);
        return appeal;
    }

    private static String clock(AnAppeal appeal, String type) {
        return appeal.read().path("clocks.find { it.clock == '" + type + "' }.dueAt");
    }

    private void sweep(AnAppeal appeal, String moment) {
        stored.change(UUID.fromString(appeal.id), moment, change -> escalation.fire(change.appeal(), change.now()));
    }

    private static void assertTold(String kind, String recipient, String name) {
        assertEquals(
                1,
                Rows.number(
                        "SELECT count(*) FROM notice WHERE kind = ? AND recipient_kind = ? AND recipient = ?",
                        kind,
                        recipient,
                        name),
                kind);
    }

    private static void assertPublished(String... types) {
        for (String type : types) {
            List<String> events = Rows.texts("SELECT data FROM event_log WHERE type = ?", type);
            assertFalse(events.isEmpty(), type);
            events.forEach(event -> EventSchemas.assertMatches(type, event));
        }
    }

    private static String upload() {
        Response created = AnAppeal.ENTERPRISE
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/octet-stream")
                .body(("%PDF-1.4\n% " + UUID.randomUUID() + "\ntrailer <<>>\n%%EOF\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .post("/v1/files?name=licence.pdf");
        created.then().log().ifValidationFails().statusCode(201);
        return created.path("id");
    }

    private static List<String> open(Api api) {
        Response tasks = api.get("/v1/tasks?mine");
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.kind");
    }
}
