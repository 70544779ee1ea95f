package org.pengjiang.appeal.waiting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.AnAppeal.CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.DEPARTMENT_CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.DISPATCHER;
import static org.pengjiang.appeal.testsupport.AnAppeal.ENTERPRISE;
import static org.pengjiang.appeal.testsupport.AnAppeal.HEAD;
import static org.pengjiang.appeal.testsupport.AnAppeal.OTHER_ENTERPRISE;
import static org.pengjiang.appeal.testsupport.AnAppeal.PARTNER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The handler needs to know something of the enterprise. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class QuestionsToTheEnterpriseTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> QUESTION = Map.of("text", "请提供用水合同编号（虚构）。");
    private static final Map<String, Object> ANSWER = Map.of("text", "合同编号 HT-0001（虚构）。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aQuestionPausesThePromisesAndItsAnswerLetsThemGoOn() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        CLERK.get(appeal.path()).then().body("allowedCommands", hasItem("askEnterprise"));

        // When
        Response asked = appeal.does(CLERK, "questions", QUESTION);

        // Then
        asked.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("state", equalTo("WAIT_ENTERPRISE"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'LIMIT' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'UNIT_RESOLVE' }.state", equalTo("PAUSED"))
                .body("clocks.find { it.clock == 'QUESTION' }.dueAt", equalTo("2026-10-09T09:30:00Z"));
        assertEquals(List.of("question-to-answer"), open(ENTERPRISE));
        assertEquals(List.of(), open(CLERK));
        ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItems("answerQuestion", "objectToQuestion"));
        ENTERPRISE
                .get(appeal.path() + "/questions")
                .then()
                .statusCode(200)
                .body("text", contains("请提供用水合同编号（虚构）。"))
                .body("askedBy", contains(nullValue()))
                .body("answerUntil", contains("2026-10-09T09:30:00Z"));

        // When
        Response answered = appeal.does(ENTERPRISE, "questions/1/answer", ANSWER);

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'QUESTION' }.met", equalTo(true));
        CLERK.get(appeal.path() + "/questions")
                .then()
                .body("end", contains("ANSWERED"))
                .body("reply", contains("合同编号 HT-0001（虚构）。"))
                .body("answerUntil", contains(nullValue()));
        assertEquals(List.of("plan-to-hand-in", "appeal-to-answer"), open(CLERK));
        assertEquals(List.of(), open(ENTERPRISE));
        CLERK.get(appeal.path() + "/clocks/RESOLVE/explain")
                .then()
                .statusCode(200)
                .body("pauses.kind", contains("PAUSE"));
        List<String> types = Log.types(appeal.id);
        assertEquals(List.of("appeal.paused.v1", "appeal.resumed.v1"), types.subList(types.size() - 2, types.size()));
        ENTERPRISE
                .get("/v1/changes?limit=50")
                .then()
                .body("items.type", hasItems("appeal.paused.v1", "appeal.resumed.v1"));
        assertThatContractsAreKept();
    }

    @Test
    void aQuestionNeedsAContactAndATextThatNamesNobody() {
        // Given
        AnAppeal early = AnAppeal.atTown();
        early.does(CLERK, "sign", null).then().statusCode(200);
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response tooEarly = early.does(CLERK, "questions", QUESTION);
        Response empty = appeal.does(CLERK, "questions", Map.of("fileIds", List.of()));
        Response named = appeal.does(
                CLERK,
                "questions",
                Map.of(
                        "text",
                        "请致电13812341234（虚构）。",
                        "fileIds",
                        List.of(UUID.randomUUID().toString())));
        Response stranger = appeal.does(DEPARTMENT_CLERK, "questions", QUESTION);
        Response enterprise = appeal.does(ENTERPRISE, "questions", QUESTION);
        Response unasked = appeal.does(ENTERPRISE, "questions/1/answer", ANSWER);

        // Then
        tooEarly.then().statusCode(409).body("code", equalTo("CONTACT_NEEDED"));
        CLERK.get(early.path()).then().body("allowedCommands", not(hasItem("askEnterprise")));
        empty.then().statusCode(400).body("errors.pointer", contains("/text"));
        named.then().statusCode(422).body("errors.pointer", contains("/text", "/fileIds/0"));
        stranger.then().statusCode(403).body("code", equalTo("NOT_HANDLER"));
        enterprise.then().statusCode(403);
        unasked.then().statusCode(409).body("state", equalTo("IN_PROGRESS"));
        assertEquals(0, Log.count("SELECT count(*) FROM question"));
        assertEquals("IN_PROGRESS", appeal.state());
    }

    @Test
    void onlyTheEnterpriseOfTheAppealAnswersWhatIsAsked() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(201);

        // When
        Response other = appeal.does(OTHER_ENTERPRISE, "questions/1/answer", ANSWER);
        Response office = appeal.does(CLERK, "questions/1/answer", ANSWER);
        Response wrong = appeal.does(ENTERPRISE, "questions/2/answer", ANSWER);
        Response silent = appeal.does(ENTERPRISE, "questions/1/answer", Map.of());
        Response groundless = appeal.does(ENTERPRISE, "questions/1/object", Map.of());
        Response again = appeal.does(CLERK, "questions", QUESTION);

        // Then
        other.then().statusCode(404);
        office.then().statusCode(403);
        wrong.then().statusCode(404);
        silent.then().statusCode(400).body("errors.pointer", contains("/text"));
        groundless.then().statusCode(400).body("errors.pointer", contains("/reason"));
        again.then().statusCode(409).body("code", equalTo("COMMAND_NOT_ALLOWED"));
        OTHER_ENTERPRISE.get(appeal.path() + "/questions").then().statusCode(404);
        DEPARTMENT_CLERK.get(appeal.path() + "/questions").then().statusCode(403);
        assertEquals("WAIT_ENTERPRISE", appeal.state());
    }

    @Test
    void anObjectionEndsThePauseAndThereIsNoneAnyMoreInThisRound() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(201);

        // When
        Response objected = appeal.does(ENTERPRISE, "questions/1/object", Map.of("reason", "材料已提交过（虚构）。"));

        // Then
        objected.then().statusCode(200).body("state", equalTo("IN_PROGRESS"));
        SUPERVISOR
                .get(appeal.path() + "/questions")
                .then()
                .body("end", contains("OBJECTED"))
                .body("reply", contains("材料已提交过（虚构）。"));
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(409).body("code", equalTo("PAUSE_OBJECTED"));
        CLERK.get(appeal.path())
                .then()
                .body("allowedCommands", not(hasItem("askEnterprise")))
                .body("clocks.find { it.clock == 'RESOLVE' }.state", equalTo("RUNNING"));
        assertEquals(
                "OBJECTION",
                Log.events("appeal.resumed.v1").getFirst().path("by").asText());
        assertThatContractsAreKept();
    }

    @Test
    void aQuestionThatNobodyAnswersInItsWindowPausesNothingAnyMore() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(201);

        // When: the window ends a second after the question
        Known.write("UPDATE deadline_clock SET due_at = started_at + interval '1 second',"
                + " next_fire_at = started_at + interval '1 second' WHERE type = 'QUESTION'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Log.events("appeal.resumed.v1").isEmpty());

        // Then
        assertEquals("IN_PROGRESS", appeal.state());
        CLERK.get(appeal.path() + "/questions")
                .then()
                .body("end", contains("NOT_ANSWERED"))
                .body("reply", contains(nullValue()));
        assertEquals(
                "WINDOW", Log.events("appeal.resumed.v1").getFirst().path("by").asText());
        assertEquals(0, Log.count("SELECT count(*) FROM breach"));
        appeal.does(ENTERPRISE, "questions/1/answer", ANSWER).then().statusCode(409);
        assertEquals(List.of("plan-to-hand-in", "appeal-to-answer"), open(CLERK));
    }

    @Test
    void whoeverHasNoAccountAnswersByQueryCode() {
        // Given
        Response filed = DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.known(filed.path("id"))));
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(201);
        assertEquals(List.of("question-to-pass-on"), open(CLERK));
        Map<String, Object> shown = Map.of("number", filed.path("no"), "queryCode", filed.path("queryCode"));
        Api.anonymous()
                .post("/v1/appeals/lookup", shown)
                .then()
                .statusCode(200)
                .body("appeals[0].question.seq", equalTo(1))
                .body("appeals[0].question.text", equalTo("请提供用水合同编号（虚构）。"))
                .body("appeals[0].question.answerUntil", notNullValue());
        Map<String, Object> said = new HashMap<>(shown);
        said.put("question", 1);
        said.put("text", "合同编号 HT-0001（虚构）。");

        // When
        Response answered = Api.anonymous().post("/v1/appeals/lookup/answer", said);

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("question", nullValue());
        said.put("queryCode", "AAAA-AAAA-AAAA");
        Api.anonymous().post("/v1/appeals/lookup/answer", said).then().statusCode(404);
        HEAD.get(appeal.path() + "/questions").then().body("end", contains("ANSWERED"));
    }

    @Test
    void thePlatformThatHasFiledAnswersForItsEnterprise() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        appeal.does(CLERK, "questions", QUESTION).then().statusCode(201);
        PARTNER.get(appeal.path()).then().body("allowedCommands", contains("answerQuestion", "withdrawAppeal"));

        // When
        Response answered = appeal.does(PARTNER, "questions/1/answer", ANSWER);

        // Then
        answered.then().log().ifValidationFails().statusCode(200).body("state", equalTo("IN_PROGRESS"));
        PARTNER.get(appeal.path() + "/questions").then().body("reply", hasSize(1));
    }

    private static List<String> open(Api api) {
        return api.get("/v1/tasks?mine").path("items.kind");
    }

    private static void assertThatContractsAreKept() {
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }
}
