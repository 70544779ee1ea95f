package org.pengjiang.appeal.handling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;

@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class FromFilingToClosureTest {
    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @AfterEach
    void sweepAgain() {
        jobs.resume("due-clocks");
    }

    @Test
    void anAppealAboutAProjectGoesToItsSpecialClassWithADatedPromiseForEachClock() {
        // Given
        Known.specialClass();

        // When
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", receivedAtFive());

        // Then
        filed.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("no", matchesPattern("A-440703-2026-\\d{4}"))
                .body("state", equalTo("DISPATCHED"))
                .body("timeClass", equalTo("P3"))
                .body("divisionCode", equalTo("440703101"))
                .body("handler.kind", equalTo("SPECIAL_CLASS"))
                .body("handler.accountableUnit", equalTo("440703-ZR"))
                .body("contact.phone", equalTo("138****1234"))
                .body("clocks.clock", hasItems("CONTACT", "RESOLVE", "LIMIT", "SIGN"))
                .body("clocks.find { it.clock == 'CONTACT' }.dueAt", equalTo("2026-09-20T01:00:00Z"))
                .body("clocks.find { it.clock == 'CONTACT' }.rule.policy", equalTo("PJ-2026"))
                .body("clocks.find { it.clock == 'CONTACT' }.rule.amount", equalTo(60))
                .body("clocks.find { it.clock == 'CONTACT' }.rule.unit", equalTo("WORKING_MINUTES"))
                .body("clocks.find { it.clock == 'RESOLVE' }.dueAt", equalTo("2026-09-24T09:30:00Z"))
                .body("clocks.find { it.clock == 'LIMIT' }.rule.otherTargets", hasSize(1))
                .body("clocks.provisional", everyItem(equalTo(false)));
    }

    @Test
    void theLifeOfAnAppealFromFilingToRating() {
        // Given
        Known.specialClass();
        AnAppeal appeal = AnAppeal.ofProject();

        // When
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200).body("state", equalTo("IN_PROGRESS"));
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(15))
                .then()
                .statusCode(201)
                .body("verified", equalTo(true));
        appeal.does(AnAppeal.CLASS_MEMBER, "replies", AnAppeal.reply())
                .then()
                .statusCode(201)
                .body("state", equalTo("REVIEW"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("reply", nullValue());
        appeal.does(AnAppeal.CLASS_HEAD, "replies/1/approve", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLIED"));
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));

        // Then
        appeal.read()
                .then()
                .body("open", equalTo(false))
                .body("closedBy", equalTo("RATING"))
                .body("rating.solved", equalTo("SOLVED"))
                .body("rating.stars", equalTo(5))
                .body("handler.accountableUnit", equalTo("440703-ZR"))
                .body("clocks.find { it.clock == 'CONTACT' }.met", equalTo(true))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("MET"))
                .body("clocks.find { it.clock == 'EVALUATION' }.state", equalTo("MET"))
                .body("breached", equalTo(false));
        assertEquals(
                List.of(
                        "appeal.submitted.v1",
                        "appeal.accepted.v1",
                        "appeal.dispatched.v1",
                        "appeal.signed.v1",
                        "appeal.contacted.v1",
                        "appeal.reply-drafted.v1",
                        "appeal.replied.v1",
                        "appeal.rated.v1",
                        "appeal.closed.v1"),
                Log.types(appeal.id));
        AnAppeal.ENTERPRISE
                .get("/v1/changes?limit=50")
                .then()
                .statusCode(200)
                .body("items.type", hasItems("appeal.submitted.v1", "appeal.closed.v1"))
                .body("items.type", not(hasItem("appeal.reply-drafted.v1")));
        AnAppeal.OTHER_ENTERPRISE.get("/v1/changes?limit=50").then().body("items", hasSize(0));
        assertThatContractsAreKept();
    }

    @Test
    void withoutAnyRuleTheCentreAcceptsAndDispatches() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // When
        appeal.does(AnAppeal.DISPATCHER, "accept", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("allowedCommands", hasItem("dispatchAppeal"));
        Response dispatched = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101"));

        // Then
        dispatched.then().statusCode(200).body("handler.kind", equalTo("UNIT")).body("state", equalTo("DISPATCHED"));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", hasItem("signAppeal"));
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("signAppeal"));
        Api.as("auditor").get(appeal.path()).then().body("allowedCommands", hasSize(0));
    }

    @Test
    void theDirectoryNamesTheUnitOfTheNarrowestArea() {
        // Given
        Known.rule("440703", "A04", "440703-ZR");
        Known.rule("440703101", "A04", "440703101");

        // When
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // Then
        appeal.read().then().body("state", equalTo("DISPATCHED")).body("handler.accountableUnit", equalTo("440703101"));
    }

    @Test
    void onlyADispatchThatCanBeSeenByItsUnitIsTaken() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);

        // When
        Response unknown = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "NOBODY"));
        Response elsewhere = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703102"));
        Response both = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101", "specialClass", true));
        Response noClass = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("specialClass", true));

        // Then
        unknown.then().statusCode(422).body("code", equalTo("UNIT_UNKNOWN"));
        elsewhere.then().statusCode(422).body("code", equalTo("UNIT_OUT_OF_AREA"));
        both.then().statusCode(422).body("code", equalTo("HANDLER_NOT_ONE"));
        noClass.then().statusCode(422).body("code", equalTo("CLASS_NOT_OPEN"));
        assertEquals("PENDING_DISPATCH", appeal.state());
    }

    @Test
    void onlyItsHandlerSignsAndReachesTheEnterprise() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response department = appeal.does(AnAppeal.DEPARTMENT_CLERK, "sign", null);
        Response otherTown = appeal.does(AnAppeal.OTHER_CLERK, "sign", null);
        Response signed = appeal.does(AnAppeal.CLERK, "sign", null);

        // Then
        department.then().statusCode(403).body("code", equalTo("NOT_HANDLER"));
        otherTown.then().statusCode(404);
        signed.then().statusCode(200).body("signedAutomatically", equalTo(false));
    }

    @Test
    void anAttemptCountsAsAContactOnlyWithAProofThatCanBeChecked() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);

        // When
        Response unanswered = appeal.does(AnAppeal.CLERK, "contacts", Map.of("channel", "CALL", "answered", false));
        Response tooShort = appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(14));
        Response withoutRecord = appeal.does(AnAppeal.CLERK, "contacts", Map.of("channel", "CALL", "answered", true));
        Response early = appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply());
        Response read = appeal.does(
                AnAppeal.CLERK, "contacts", Map.of("channel", "MESSAGE", "answered", true, "proof", "MSG-1"));

        // Then
        unanswered.then().statusCode(201).body("verified", equalTo(false));
        tooShort.then().statusCode(201).body("verified", equalTo(false));
        withoutRecord.then().statusCode(422).body("errors.pointer", hasItems("/proof", "/seconds"));
        early.then().statusCode(409).body("code", equalTo("REPLY_NEEDS_CONTACT"));
        read.then().statusCode(201).body("verified", equalTo(true));
        AnAppeal.CLERK.get(appeal.path() + "/contacts").then().body("verified", contains(false, false, true));
        assertEquals(1, Log.events("appeal.contacted.v1").size());
    }

    @Test
    void aReplyNeedsASecondPairOfEyesUnlessTheHeadWritesItHimself() {
        // Given
        AnAppeal drafted = AnAppeal.contacted();
        drafted.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        AnAppeal ofHead = AnAppeal.contacted();

        // When
        Response own = drafted.does(AnAppeal.CLERK, "replies/1/approve", null);
        Response back = drafted.does(AnAppeal.HEAD, "replies/1/send-back", Map.of("reason", "说明不足"));
        Response again = drafted.does(AnAppeal.HEAD, "replies/1/approve", null);
        Response byHead = ofHead.does(AnAppeal.HEAD, "replies", AnAppeal.reply());

        // Then
        own.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        back.then().statusCode(200).body("state", equalTo("IN_PROGRESS")).body("reply.judgement", equalTo("说明不足"));
        again.then().statusCode(409).body("allowedCommands", hasItem("replyToAppeal"));
        byHead.then().statusCode(201).body("state", equalTo("REPLIED"));
    }

    @Test
    void aRefusalNamesWhatThisCallerMayDo() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response early = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5));
        Response again = appeal.does(AnAppeal.CLERK, "sign", null);

        // Then
        early.then().statusCode(409).body("allowedCommands", contains("urgeAppeal", "withdrawAppeal", "writeMessage"));
        again.then()
                .statusCode(409)
                .body("allowedCommands", hasItems("contactEnterprise", "replyToAppeal", "writeMessage"))
                .body("allowedCommands", not(hasItem("signAppeal")));
    }

    @Test
    void whoeverDraftedAReplyNeverJudgesItThoughHeLeadsTheClass() {
        // Given
        Known.specialClass();
        AnAppeal appeal = AnAppeal.ofProject();
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(20)).then().statusCode(201);
        appeal.does(AnAppeal.CLASS_MEMBER, "replies", AnAppeal.reply()).then().statusCode(201);
        Known.write(
                "UPDATE known_special_class SET head = ?",
                Persona.named("team-member").subject());

        // When
        Response own = appeal.does(AnAppeal.CLASS_MEMBER, "replies/1/approve", null);

        // Then
        own.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    }

    @Test
    void aNegativeReplyNeedsItsGroundsAndAPublicOneNamesNobody() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response bare = appeal.does(AnAppeal.CLERK, "replies", Map.of("result", "NOT", "publicText", "无法解决。"));
        Response phone =
                appeal.does(AnAppeal.CLERK, "replies", Map.of("result", "SOLVED", "publicText", "请联系13812341234。"));
        Response card = appeal.does(
                AnAppeal.CLERK, "replies", Map.of("result", "SOLVED", "publicText", "证号440703199001011234。"));
        Response enterprise = appeal.does(
                AnAppeal.CLERK, "replies", Map.of("result", "SOLVED", "publicText", "91440703MA00000077已恢复供水。"));

        // Then
        bare.then().statusCode(422).body("code", equalTo("GROUNDS_MISSING"));
        phone.then().statusCode(422).body("code", equalTo("TEXT_NAMES_PERSON"));
        card.then().statusCode(422).body("code", equalTo("TEXT_NAMES_PERSON"));
        enterprise.then().statusCode(201);
    }

    @Test
    void aBadRatingSendsTheAppealBackIntoANewRoundOneLevelUp() {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        Response rated = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 4));

        // Then
        rated.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2))
                .body("handler.accountableUnit", equalTo("440703101"))
                .body("contactedAt", nullValue())
                .body("clocks.clock", hasItems("CONTACT", "RESOLVE", "LIMIT"))
                .body("rating", nullValue());
        appeal.read().then().body("supervisionLevel", equalTo(1));
        AnAppeal.CLERK
                .get(appeal.path() + "/clocks")
                .then()
                .body("clock.round", hasItems(1, 2))
                .body("findAll { it.clock.clock == 'SIGN' }", hasSize(2));
    }

    @Test
    void eachRatingNamesTheRoundThatWasRated() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);

        // Then
        List<JsonNode> rated = Log.events("appeal.rated.v1");
        assertEquals(
                List.of(1, 2),
                rated.stream().map(event -> event.path("ratedRound").asInt()).toList());
        assertEquals(2, rated.getFirst().path("round").asInt(), "where it stands after it");
        assertThatContractsAreKept();
    }

    @Test
    void theFirstRoundKeepsItsMomentsAndDurationsThroughARework() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        Response before = appeal.read();

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);

        // Then
        AnAppeal.CLERK
                .get(appeal.path() + "/rounds")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("round", contains(1, 2))
                .body("cause", contains("FILED", "REWORK"))
                .body("result", contains("REWORK", null))
                .body("level", contains(0, 1))
                .body("[0].contactedAt", equalTo(before.path("contactedAt")))
                .body("[0].repliedAt", equalTo(before.path("repliedAt")))
                .body("[0].toContact.keySet()", hasItems("minutes", "workingMinutes"))
                .body("[0].toReply.keySet()", hasItems("minutes", "workingMinutes"))
                .body("[0].toEnd.keySet()", hasItems("minutes", "workingMinutes"))
                .body("[1].contactedAt", nullValue())
                .body("[1].endedAt", nullValue());
        AnAppeal.ENTERPRISE.get(appeal.path() + "/rounds").then().body("level", contains(nullValue(), nullValue()));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/rounds").then().statusCode(404);
    }

    @Test
    void onlyTheEnterpriseItselfRatesAndOnlyOnceARound() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        Api handlerOfBoth = Api.as(Persona.named("enterprise").with("unit", "440703101"));

        // When
        Response other = appeal.does(AnAppeal.OTHER_ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5));
        Response clerk = appeal.does(AnAppeal.CLERK, "rating", Map.of("solved", "SOLVED", "stars", 5));
        Response both = appeal.does(handlerOfBoth, "rating", Map.of("solved", "SOLVED", "stars", 5));
        Response wrong = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "MAYBE", "stars", 6));
        Response unasked = appeal.does(AnAppeal.CALLBACK, "close", null);
        Response rated = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5));
        Response late = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5));

        // Then
        other.then().statusCode(404);
        clerk.then().statusCode(403);
        both.then().statusCode(403).body("code", equalTo("HANDLES_IT_HIMSELF"));
        wrong.then().statusCode(400).body("errors.pointer", hasItems("/solved", "/stars"));
        unasked.then().statusCode(403);
        rated.then().statusCode(200).body("closedBy", equalTo("RATING")).body("rating.stars", equalTo(5));
        late.then()
                .statusCode(409)
                .body("state", equalTo("CLOSED"))
                .body("allowedCommands", contains("reopenAppeal", "writeMessage"));
    }

    @Test
    void whatIsLateIsLateAlsoWhenNoSweepHasComeByAndStaysSo() {
        // Given: received yesterday at nine
        jobs.pause("due-clocks");
        Known.specialClass();
        Map<String, Object> filing = receivedAtFive();
        filing.put("receivedAt", "2026-09-17T09:00:00+08:00");
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", filing);
        AnAppeal appeal = AnAppeal.known(filed.path("id"));

        // When
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(60)).then().statusCode(201);

        // Then
        appeal.read()
                .then()
                .body("breached", equalTo(true))
                .body("clocks.find { it.clock == 'CONTACT' }.state", equalTo("MISSED"))
                .body("clocks.find { it.clock == 'CONTACT' }.met", equalTo(false));
        AnAppeal.CLASS_MEMBER
                .get(appeal.path() + "/clocks")
                .then()
                .body("find { it.clock.clock == 'CONTACT' }.fired.percent", contains(50, 80, 100))
                .body("find { it.clock.clock == 'CONTACT' }.breachedAt", equalTo("2026-09-17T02:00:00Z"));
        assertEquals(1, Log.events("appeal.breached.v1").size());
        assertEquals(
                "2026-09-17T02:00:00Z",
                Log.events("appeal.breached.v1").getFirst().path("breachedAt").asText());
        assertEquals(
                false,
                Log.events("appeal.contacted.v1").getFirst().path("inTime").asBoolean());
        for (String type : List.of("appeal.breached.v1", "appeal.contacted.v1")) {
            JsonNode late = Log.events(type).getFirst();
            assertEquals("CENTRE", late.path("chargedTo").asText(), "no unit had it at the due: " + type);
            assertTrue(late.path("unitAtDue").isMissingNode(), type);
        }
        assertThrows(IllegalStateException.class, () -> Known.write("DELETE FROM breach"));
        assertThatContractsAreKept();
    }

    @Test
    void messagesChangeNothingAndInternalOnesStayInside() {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        AnAppeal.ENTERPRISE
                .post(appeal.path() + "/messages", Map.of("body", "谢谢"))
                .then()
                .statusCode(201)
                .body("party", equalTo("ENTERPRISE"));
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("body", "内部备注", "visibility", "INTERNAL"))
                .then()
                .statusCode(201);
        Response hidden =
                AnAppeal.ENTERPRISE.post(appeal.path() + "/messages", Map.of("body", "?", "visibility", "INTERNAL"));

        // Then
        hidden.then().statusCode(403).body("code", equalTo("INTERNAL_NOT_FOR_ENTERPRISE"));
        AnAppeal.ENTERPRISE.get(appeal.path() + "/messages").then().body("body", contains("谢谢"));
        AnAppeal.CLERK.get(appeal.path() + "/messages").then().body("body", contains("谢谢", "内部备注"));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/messages").then().statusCode(404);
        assertEquals("REPLIED", appeal.state());
        appeal.read().then().body("clocks.findAll { it.state == 'RUNNING' }.clock", contains("EVALUATION"));
    }

    @Test
    void theContactIsReadInFullByItsHandlerAloneAndEveryReadingIsNoted() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response handler = AnAppeal.CLERK.get(appeal.path() + "/contact");
        Response stranger = AnAppeal.DEPARTMENT_CLERK.get(appeal.path() + "/contact");

        // Then
        handler.then().statusCode(200).body("phone", equalTo("+8613812341234")).body("name", equalTo("范例甲"));
        assertEquals("no-store", handler.header("Cache-Control"));
        stranger.then().statusCode(403);
        assertEquals(1, Log.count("SELECT count(*) FROM access_log WHERE purpose = 'getAppealContact HANDLING'"));
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE data LIKE '%13812341234%'"));
    }

    @Test
    void anEnterpriseSeesItsOwnAppealsWithoutTheClocksOfTheOffices() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response own = AnAppeal.ENTERPRISE.get(appeal.path());

        // Then
        own.then().statusCode(200).body("clocks.family", everyItem(equalTo("ENTERPRISE")));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/clocks")
                .then()
                .body("clock.family", everyItem(equalTo("ENTERPRISE")));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path()).then().statusCode(404);
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/clocks").then().statusCode(404);
        Api.as("other-district-clerk").get(appeal.path()).then().statusCode(404);
        AnAppeal.PARTNER.get(appeal.path()).then().statusCode(404);
    }

    private static void assertThatContractsAreKept() {
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }

    private static Map<String, Object> receivedAtFive() {
        Map<String, Object> filing = AnAppeal.filing("projectId", Known.PROJECT);
        filing.put("enterprise", Known.ENTERPRISE);
        filing.put("receivedAt", AppealStack.FRIDAY_AT_FIVE);
        filing.put("receivedReason", "来电时系统繁忙（虚构）");
        return filing;
    }
}
