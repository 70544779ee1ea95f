package org.pengjiang.appeal.tasks;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.TaskTexts;

/** At every step of an appeal whoever must act next finds it under /v1/tasks, and nobody else. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WaitingForAnAnswerTest {
    private static final Api SUPERVISOR = Api.as("supervisor");

    @Inject
    Instance<TaskSource<?>> sources;

    @Inject
    Instance<NoticeSource> letters;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void everyKindHasItsTexts() {
        sources.forEach(source -> TaskTexts.assertComplete(source.kinds()));
        letters.forEach(source -> TaskTexts.assertComplete(source.kinds()));
    }

    @Test
    void anAppealAtAUnitWaitsForOneAfterTheOther() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        assertEquals(List.of("appeal-to-accept"), open(AnAppeal.DISPATCHER));
        assertEquals(List.of(), open(AnAppeal.CLERK));

        // When, Then
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);
        assertEquals(List.of("appeal-to-dispatch"), open(AnAppeal.DISPATCHER));
        appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101"))
                .then()
                .statusCode(200);
        assertEquals(List.of(), open(AnAppeal.DISPATCHER));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.HEAD));
        assertEquals(List.of(), open(AnAppeal.OTHER_CLERK));
        assertEquals(List.of(), open(AnAppeal.ENTERPRISE));

        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        Response contact = AnAppeal.CLERK.get("/v1/tasks?mine");
        assertEquals(List.of("enterprise-to-contact"), contact.path("items.kind"));
        assertTrue(contact.<String>path("items[0].dueAt").startsWith("2026-09-20T09:"), contact.asString());
        String no = appeal.read().path("no");
        assertEquals("就诉求 " + no + " 联系企业", contact.path("items[0].title"));

        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        assertEquals(List.of("plan-to-hand-in", "appeal-to-answer"), open(AnAppeal.CLERK));
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        assertEquals(List.of(), open(AnAppeal.CLERK));
        assertEquals(List.of("reply-to-approve"), open(AnAppeal.HEAD));
        appeal.does(AnAppeal.HEAD, "replies/1/send-back", Map.of("reason", "说明不足"))
                .then()
                .statusCode(200);
        assertEquals(List.of("plan-to-hand-in", "appeal-to-answer"), open(AnAppeal.CLERK));
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/2/approve", null).then().statusCode(200);
        assertEquals(List.of(), open(AnAppeal.HEAD));
        assertEquals(List.of("answer-to-rate"), open(AnAppeal.ENTERPRISE));
        assertEquals(List.of(), open(AnAppeal.OTHER_ENTERPRISE));

        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE done_at IS NULL AND kind <> 'appeal-to-call-back'"));
        assertEquals(
                0,
                Log.count("SELECT count(*) FROM notice WHERE arguments::text || link LIKE '%13812341234%'"
                        + " OR arguments::text LIKE '%范例%'"));
    }

    @Test
    void anAppealOfAProjectWaitsForThePeopleOfItsClass() {
        // Given
        Known.specialClass();

        // When
        AnAppeal appeal = AnAppeal.ofProject();

        // Then
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLASS_MEMBER));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLASS_HEAD));
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLASS_LEADER));
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.CLASS_HEAD, "replies", Map.of("result", "SOLVED", "publicText", "水压已恢复（虚构）。"))
                .then()
                .statusCode(201);
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER), "the head's own reply needs nobody");
        assertEquals(List.of("answer-to-rate"), open(AnAppeal.ENTERPRISE));
    }

    @Test
    void aBadRatingWaitsForTheUnitAgain() {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);

        // Then
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLERK));
        assertEquals(List.of(), open(AnAppeal.ENTERPRISE));
    }

    @Test
    void whoeverHasNoAccountIsAskedForTheRatingByTheCallBack() {
        // Given
        Response filed = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.known(filed.path("id"))));
        assertEquals(List.of(), open(AnAppeal.CALLBACK));

        // When
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);

        // Then
        assertEquals(List.of("rating-to-ask-for"), open(AnAppeal.CALLBACK));
    }

    @Test
    void theThirdBadRatingWaitsForADecisionOfTheLeaderBeforeTheSupervision() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        for (int round = 1; round < 3; round++) {
            appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                    .then()
                    .statusCode(200);
            appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
            appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
            appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        }
        assertEquals(List.of("answer-to-rate"), open(AnAppeal.ENTERPRISE));
        assertEquals(List.of("appeal-to-call-back"), open(AnAppeal.CALLBACK), "about the bad rating alone");
        assertEquals(List.of(), open(AnAppeal.CLASS_LEADER));

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLIED"))
                .body("round", equalTo(3));

        // Then
        assertEquals(List.of("appeal-to-decide"), open(AnAppeal.CLASS_LEADER));
        assertEquals(
                List.of("appeal-decision-to-supervise"),
                open(SUPERVISOR).stream()
                        .filter(kind -> !kind.equals("rating-to-verify"))
                        .toList());
        assertEquals(List.of(), open(AnAppeal.ENTERPRISE));
        appeal.does(AnAppeal.CALLBACK, "close", null).then().statusCode(403);
        assertEquals("REPLIED", appeal.state());
    }

    @Test
    void aBrokenPromiseIsBeforeTheHeadsAndTheSupervisionUntilItIsMadeUpFor() {
        // Given: received yesterday at nine, so the hour to contact passed at ten
        Known.specialClass();
        Map<String, Object> filing = new HashMap<>(AnAppeal.filing("projectId", Known.PROJECT));
        filing.put("enterprise", Known.ENTERPRISE);
        filing.put("receivedAt", "2026-09-17T09:00:00+08:00");
        filing.put("receivedReason", "来电时系统繁忙（虚构）");
        AnAppeal appeal =
                AnAppeal.known(AnAppeal.DISPATCHER.post("/v1/appeals", filing).path("id"));
        // the sweep notices by itself; a command in the same moment would find the appeal moved on
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Log.count("SELECT count(*) FROM breach WHERE appeal_id = '" + appeal.id + "'") == 1);

        // When
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);

        // Then
        Response late = SUPERVISOR.get("/v1/tasks?mine&kind=promise-overdue");
        assertEquals(List.of("2026-09-17T10:00:00+08:00"), late.path("items.dueAt"));
        assertEquals(List.of(true), late.path("items.overdue"));
        assertTrue(open(AnAppeal.CLASS_HEAD).contains("promise-overdue"));
        assertTrue(!open(AnAppeal.CLASS_MEMBER).contains("promise-overdue"));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE occasion = 'HAPPENED clock-warned' AND arguments[3] = '50'"
                        + " AND arguments[2] = '@clock.CONTACT' AND recipient_kind = 'UNIT'"));
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(60)).then().statusCode(201);
        assertEquals(
                List.of(), SUPERVISOR.get("/v1/tasks?mine&kind=promise-overdue").path("items"));
    }

    private static List<String> open(Api api) {
        Response tasks = api.get("/v1/tasks?mine");
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.kind");
    }
}
