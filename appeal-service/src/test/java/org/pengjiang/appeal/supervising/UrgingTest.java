package org.pengjiang.appeal.supervising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pengjiang.appeal.testsupport.Rows.texts;

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

/** Whoever waits urges, and whoever handles the appeal answers. It is Friday 17:00, half an hour before the offices close. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class UrgingTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> URGE = Map.of("text", "三天没有进展，请加快。");
    private static final Map<String, Object> ANSWER = Map.of("text", "明天上午派人检修（虚构）。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theEnterpriseUrgesAndTheUnitAnswersWithinFourWorkingHours() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        AnAppeal.ENTERPRISE
                .get(appeal.path())
                .then()
                .body("allowedCommands", hasItem("urgeAppeal"))
                .body("urgeCount", equalTo(0));

        // When
        Response urged = appeal.does(AnAppeal.ENTERPRISE, "urges", URGE);

        // Then
        urged.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("urgeCount", equalTo(1))
                .body("state", equalTo("IN_PROGRESS"))
                .body("clocks.clock", not(hasItem("URGE")))
                .body("allowedCommands", not(hasItem("urgeAppeal")));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", hasItem("answerUrge"));
        AnAppeal.CLERK
                .get("/v1/tasks?mine&kind=urge-to-answer")
                .then()
                .body("items.link", contains(appeal.path()))
                .body("items[0].dueAt", startsWith("2026-09-20T14:3"));
        AnAppeal.OTHER_CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items", empty());
        AnAppeal.CLERK.get(appeal.path() + "/clocks/URGE/explain").then().statusCode(200);
        AnAppeal.ENTERPRISE.get(appeal.path() + "/clocks/URGE/explain").then().statusCode(404);

        // When
        Response answered = appeal.does(AnAppeal.CLERK, "urges/1/answer", ANSWER);

        // Then
        answered.then().log().ifValidationFails().statusCode(200).body("allowedCommands", not(hasItem("answerUrge")));
        AnAppeal.CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items", empty());
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/urges")
                .then()
                .log()
                .ifValidationFails()
                .body("by", contains("ENTERPRISE"))
                .body("[0].text", equalTo(URGE.get("text")))
                .body("[0].answer", equalTo(ANSWER.get("text")))
                .body("[0].answeredAt", notNullValue())
                .body("[0].answerDueAt", nullValue());
        AnAppeal.CLERK.get(appeal.path() + "/urges").then().body("[0].answerDueAt", notNullValue());
        assertEquals(
                List.of("PARTY " + Known.ENTERPRISE),
                texts("SELECT recipient_kind || ' ' || recipient FROM notice WHERE kind = 'urge-answered'"));
        for (String type : List.of("appeal.urged.v1", "appeal.urge-answered.v1")) {
            texts("SELECT data FROM event_log WHERE type = ?", type)
                    .forEach(event -> EventSchemas.assertMatches(type, event));
            assertEquals(1, Log.events(type).size(), type);
        }
        Response timeline = AnAppeal.ENTERPRISE.get(appeal.path() + "/timeline");
        timeline.then().body("items.type", hasItem("appeal.urge-answered.v1"));
        assertFalse(timeline.asString().contains("answerDueAt"), timeline::asString);
        assertFalse(
                timeline.<Map<String, Object>>path("items.find { it.type == 'appeal.urge-answered.v1' }.data")
                        .containsKey("inTime"),
                timeline::asString);
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE data::text LIKE '%没有进展%'"));
    }

    @Test
    void oneUrgeAtATimeAndTheNextOneFourWorkingHoursLater() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201);

        // When, Then
        for (Api who : List.of(AnAppeal.ENTERPRISE, SUPERVISOR, AnAppeal.DISPATCHER)) {
            appeal.does(who, "urges", URGE).then().statusCode(409).body("code", equalTo("URGE_WAITS"));
        }
        appeal.does(AnAppeal.CLERK, "urges/1/answer", ANSWER).then().statusCode(200);
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(409)
                .body("code", equalTo("URGED_RECENTLY"))
                .body("possibleAt", startsWith("2026-09-20T14:3"));
        appeal.does(AnAppeal.CLERK, "urges/1/answer", ANSWER).then().statusCode(404);
        Rows.execute("UPDATE urge SET next_at = now() - interval '10 years'");
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("allowedCommands", hasItem("urgeAppeal"));
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201).body("urgeCount", equalTo(2));
        assertEquals(1, Log.count("SELECT count(*) FROM task WHERE kind = 'urge-to-answer' AND done_at IS NULL"));
    }

    @Test
    void officesAndPartnersUrgeToo() {
        // Given
        AnAppeal own = AnAppeal.atTown(AnAppeal.ofPartner());
        AnAppeal other = AnAppeal.atTown();

        // When
        own.does(AnAppeal.PARTNER, "urges", URGE)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("allowedCommands", not(hasItem("urgeAppeal")));
        other.does(SUPERVISOR, "urges", URGE).then().statusCode(201);
        other.does(AnAppeal.CLERK, "urges/1/answer", ANSWER).then().statusCode(200);

        // Then: what the offices write to each other is theirs, and the answer is the enterprise's
        AnAppeal.PARTNER.get(own.path() + "/urges").then().body("[0].text", equalTo(URGE.get("text")));
        AnAppeal.CLERK.get(other.path() + "/urges").then().body("[0].text", equalTo(URGE.get("text")));
        AnAppeal.ENTERPRISE
                .get(other.path() + "/urges")
                .then()
                .body("[0].by", equalTo("SUPERVISOR"))
                .body("[0].text", nullValue())
                .body("[0].answer", equalTo(ANSWER.get("text")));
        AnAppeal.DEPARTMENT_CLERK
                .get(other.path() + "/urges")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_INVOLVED"));
        AnAppeal.OTHER_ENTERPRISE.get(other.path() + "/urges").then().statusCode(404);
        AnAppeal.PARTNER.get(other.path() + "/urges").then().statusCode(404);
    }

    @Test
    void theCentreAnswersAsLongAsNobodyHandlesIt() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201);
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine&kind=urge-to-answer")
                .then()
                .body("items.link", contains(appeal.path()));
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", hasItem("answerUrge"));

        // When
        AnAppeal.atTown(appeal);

        // Then: the task goes with the appeal
        AnAppeal.DISPATCHER.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items", empty());
        AnAppeal.CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items.link", contains(appeal.path()));
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", not(hasItem("answerUrge")));
        appeal.does(AnAppeal.DISPATCHER, "urges/1/answer", ANSWER)
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HANDLER"));
        appeal.does(AnAppeal.DEPARTMENT_CLERK, "urges/1/answer", ANSWER).then().statusCode(403);
        appeal.does(AnAppeal.OTHER_CLERK, "urges/1/answer", ANSWER).then().statusCode(404);
        appeal.does(AnAppeal.ENTERPRISE, "urges/1/answer", ANSWER).then().statusCode(403);
        appeal.does(AnAppeal.CLERK, "urges/1/answer", ANSWER).then().statusCode(200);
    }

    @Test
    void theReplyAnswersTheUrgeToo() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201);

        // When
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        AnAppeal.CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items.link", contains(appeal.path()));
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);

        // Then
        AnAppeal.CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items", empty());
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/urges")
                .then()
                .body("[0].answeredAt", notNullValue())
                .body("[0].answer", nullValue());
        assertEquals(
                List.of("true true"),
                texts("SELECT concat_ws(' ', data::jsonb ->> 'byReply', data::jsonb ->> 'inTime') FROM event_log"
                        + " WHERE type = 'appeal.urge-answered.v1'"));
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void anUrgeEndsWithTheAppeal() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        Rows.execute("UPDATE appeal SET urge_count = 0");
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201);

        // When
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);

        // Then: the clock of a part outlives the states of a round
        AnAppeal.CLERK.get("/v1/tasks?mine&kind=urge-to-answer").then().body("items.link", contains(appeal.path()));
    }

    @Test
    void withoutAnAccountOneUrgesByTheQueryCode() {
        // Given
        Map<String, Object> filing = new HashMap<>(AnAppeal.filing("enterprise", Known.ENTERPRISE));
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", filing);
        Map<String, Object> body =
                Map.of("number", filed.path("no"), "queryCode", filed.path("queryCode"), "text", "手机 13812341234，请加快。");

        // When
        Response urged = Api.anonymous().post("/v1/appeals/lookup/urge", body);

        // Then
        urged.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("no", equalTo(filed.path("no")))
                .body("urgeCount", equalTo(1));
        Api.anonymous()
                .post("/v1/appeals/lookup/urge", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("URGE_WAITS"));
        Api.anonymous()
                .post(
                        "/v1/appeals/lookup/urge",
                        Map.of("number", filed.path("no"), "queryCode", "0000-00000-0000", "text", "请加快"))
                .then()
                .statusCode(404)
                .body("code", equalTo("QUERY_CODE_WRONG"));
        Api.anonymous()
                .post("/v1/appeals/lookup/urge", Map.of("text", " "))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/number", "/queryCode", "/text"));
        // who reads it without handling it does not read numbers of persons
        SUPERVISOR
                .get(filed.header("Location") + "/urges")
                .then()
                .body("[0].by", equalTo("ENTERPRISE"))
                .body("[0].text", not(containsString("13812341234")));
        AnAppeal.DISPATCHER
                .get(filed.header("Location") + "/urges")
                .then()
                .body("[0].text", containsString("13812341234"));
    }

    @Test
    void badInputIsRefusedWithEveryFault() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        String path = appeal.path() + "/urges";

        // When, Then
        for (Object text : List.of("", "  ", "x".repeat(1001), "a\u202eb")) {
            appeal.does(AnAppeal.ENTERPRISE, "urges", Map.of("text", text))
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(400)
                    .body("errors.pointer", contains("/text"));
        }
        appeal.does(AnAppeal.ENTERPRISE, "urges", Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
        AnAppeal.ENTERPRISE.post(path, URGE, "\"0-0\"").then().statusCode(412);
        appeal.does(AnAppeal.OTHER_ENTERPRISE, "urges", URGE).then().statusCode(404);
        appeal.does(AnAppeal.CLERK, "urges", URGE).then().statusCode(403);
        appeal.does(AnAppeal.ENTERPRISE, "urges", URGE).then().statusCode(201);
        appeal.does(AnAppeal.CLERK, "urges/1/answer", Map.of("text", "请拨 13812341234"))
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors.pointer", contains("/text"));
        appeal.does(AnAppeal.CLERK, "urges/7/answer", ANSWER).then().statusCode(404);
        assertEquals(1, Log.count("SELECT count(*) FROM urge WHERE answered_at IS NULL"));
    }
}
