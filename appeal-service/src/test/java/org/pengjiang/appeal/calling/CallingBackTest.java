package org.pengjiang.appeal.calling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
import org.pengjiang.kit.testing.Persona;

/** Whoever is silent, dissatisfied or without an account is called back; the first answer counts. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class CallingBackTest {
    private static final Map<String, Object> FAILED = Map.of("outcome", "NOT_REACHED");

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
    void anAttemptIsNotedWholeOrNotAtAll() {
        // Given
        AnAppeal appeal = withoutAccount();

        // When
        Response bare = appeal.does(AnAppeal.CALLBACK, "callbacks", Map.of("outcome", "REACHED"));
        Response wrong = appeal.does(AnAppeal.CALLBACK, "callbacks", Map.of("outcome", "MAYBE", "stars", 6));
        Response unanswered = appeal.does(
                AnAppeal.CALLBACK,
                "callbacks",
                Map.of("outcome", "NOT_REACHED", "solved", "NOT", "stars", 1, "reasons", "无人接听"));
        Response unrecorded = appeal.does(AnAppeal.CALLBACK, "callbacks", Map.of("outcome", "REFUSED"));

        // Then
        bare.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/solved", "/stars", "/recording"));
        wrong.then().statusCode(400).body("errors.pointer", containsInAnyOrder("/outcome", "/stars"));
        unanswered.then().statusCode(422).body("errors.pointer", containsInAnyOrder("/solved", "/stars", "/reasons"));
        unrecorded.then().statusCode(422).body("errors.pointer", contains("/recording"));
        assertEquals(0, Log.count("SELECT count(*) FROM callback_attempt"));
    }

    @Test
    void whoHasNoAccountIsCalledAtThreeDifferentHoursAtMost() {
        // Given
        AnAppeal appeal = withoutAccount();
        Response task = AnAppeal.CALLBACK.get("/v1/tasks?mine");
        task.then()
                .body("items.kind", contains("rating-to-ask-for"))
                .body("items.dueAt", contains(startsWith("2026-09-21T")));

        // When
        Response first = appeal.does(AnAppeal.CALLBACK, "callbacks", FAILED);
        Response sameHour = appeal.does(AnAppeal.CALLBACK, "callbacks", FAILED);
        earlier();
        appeal.does(AnAppeal.CALLBACK, "callbacks", FAILED).then().statusCode(200);
        earlier();
        AnAppeal.CALLBACK.get(appeal.path()).then().body("allowedCommands", hasItem("callBack"));
        appeal.does(AnAppeal.CALLBACK, "callbacks", FAILED).then().statusCode(200);

        // Then
        first.then().log().ifValidationFails().statusCode(200).body("state", equalTo("REPLIED"));
        sameHour.then().log().ifValidationFails().statusCode(409).body("code", equalTo("CALLBACK_SAME_HOUR"));
        AnAppeal.CALLBACK
                .get(appeal.path() + "/callbacks")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("occasion", contains("NO_ACCOUNT"))
                .body("status", contains("NOT_REACHED"))
                .body("[0].attempts.number", contains(1, 2, 3))
                .body(
                        "[0].attempts[0].account",
                        equalTo(Persona.named("callback-officer").subject()));
        assertEquals(List.of(), AnAppeal.CALLBACK.get("/v1/tasks?mine").path("items"));
        AnAppeal.CALLBACK.get(appeal.path()).then().body("allowedCommands", not(hasItem("callBack")));
        appeal.does(AnAppeal.CALLBACK, "callbacks", FAILED)
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_CALLBACK_DUE"));
        assertEquals("REPLIED", appeal.state());
        appeal.read().then().body("clocks.find { it.clock == 'CALLBACK' }.met", equalTo(true));
        assertThatContractsAreKept();
    }

    @Test
    void anAnswerByTelephoneRatesForTheEnterprise() {
        // Given
        AnAppeal appeal = withoutAccount();

        // When
        Response answered = appeal.does(AnAppeal.CALLBACK, "callbacks", answer("PARTLY", 3));

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedBy", equalTo("CALLBACK"))
                .body("rating.solved", equalTo("PARTLY"));
        assertEquals(
                List.of("CALLBACK"),
                Log.events("appeal.rated.v1").stream()
                        .map(event -> event.path("means").asText())
                        .toList());
        assertEquals(
                List.of("appeal.called-back.v1", "appeal.rated.v1", "appeal.closed.v1"),
                Log.types(appeal.id)
                        .subList(
                                Log.types(appeal.id).size() - 3,
                                Log.types(appeal.id).size()));
        assertEquals(List.of(), AnAppeal.CALLBACK.get("/v1/tasks?mine").path("items"));
        assertThatContractsAreKept();
    }

    @Test
    void anUnsolvedAnswerByTelephoneSendsItIntoANewRound() {
        // Given
        AnAppeal appeal = withoutAccount();

        // When
        Response answered = appeal.does(AnAppeal.CALLBACK, "callbacks", answer("NOT", 4));

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2));
        AnAppeal.CLERK
                .get(appeal.path() + "/clocks")
                .then()
                .body("find { it.clock.clock == 'CORRECTION' }.clock.state", equalTo("RUNNING"));
        assertEquals(1, Log.count("SELECT count(*) FROM callback"), "who was called is not called about it again");
    }

    @Test
    void whatClosedInSilenceIsCalledBackAndGoesOnIfItIsNotSolved() {
        // Given
        UUID id = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        stored.reply(id, "2026-09-08T09:00");
        stored.change(id, "2026-09-16T17:00", change -> escalation.fire(change.appeal(), change.now()));
        AnAppeal appeal = AnAppeal.known(id.toString());
        assertEquals("CLOSED", appeal.state());
        appeal.read().then().body("nextDueAt", nullValue());
        AnAppeal.ENTERPRISE.get(appeal.path() + "/callbacks").then().statusCode(403);
        AnAppeal.CALLBACK
                .get(appeal.path() + "/callbacks")
                .then()
                .body("occasion", contains("SILENT"))
                .body("dueAt", contains(startsWith("2026-09-17T")));
        AnAppeal.CALLBACK.get(appeal.path()).then().body("allowedCommands", hasItem("callBack"));

        // When: it was due on the 17th
        Response answered = appeal.does(AnAppeal.CALLBACK, "callbacks", answer("NOT", 1));

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2))
                .body("breached", equalTo(false));
        AnAppeal.CALLBACK
                .get(appeal.path() + "/rounds")
                .then()
                .log()
                .ifValidationFails()
                .body("cause", contains("FILED", "REOPENED"))
                .body("orderedBy", contains(null, "CALLBACK"))
                .body("reason", contains(null, "水压仍不足（虚构）。"));
        assertEquals(
                List.of("CENTRE"),
                Log.events("appeal.breached.v1").stream()
                        .filter(event -> event.path("clock").asText().equals("CALLBACK"))
                        .map(event -> event.path("chargedTo").asText())
                        .toList());
        assertEquals(
                List.of(false),
                Log.events("appeal.called-back.v1").stream()
                        .map(event -> event.path("superseded").asBoolean())
                        .toList());
        assertThatContractsAreKept();
    }

    @Test
    void afterABadRatingTheAnswerByTelephoneIsKeptBesideIt() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
        assertEquals(
                List.of("appeal-to-call-back"),
                AnAppeal.CALLBACK.get("/v1/tasks?mine").path("items.kind"));
        AnAppeal.CALLBACK.get(appeal.path() + "/contact").then().statusCode(200);

        // When
        Response answered = appeal.does(AnAppeal.CALLBACK, "callbacks", answer("SOLVED", 5));

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("round", equalTo(2));
        AnAppeal.CALLBACK
                .get(appeal.path() + "/callbacks")
                .then()
                .body("occasion", contains("BAD_RATING"))
                .body("round", contains(1))
                .body("superseded", contains(true))
                .body("stars", contains(5));
        assertEquals(1, Log.events("appeal.rated.v1").size());
        JsonNode called = Log.events("appeal.called-back.v1").getFirst();
        assertEquals(true, called.path("superseded").asBoolean());
        AnAppeal.CALLBACK.get(appeal.path() + "/contact").then().statusCode(403);
    }

    @Test
    void nobodyWhoHasHandledItCallsBackAndNobodyElse() {
        // Given
        AnAppeal appeal = withoutAccount();
        Api both = Api.as(Persona.named("callback-officer").with("unit", "440703101"));
        Api ofUnit = Api.as(new Persona(
                "calls-and-handles",
                List.of("CALLBACK_OFFICER", "UNIT_CLERK"),
                Map.of("division", "440703", "unit", "440703101")));

        // Then
        for (Api other : List.of(AnAppeal.CLERK, AnAppeal.DISPATCHER, AnAppeal.ENTERPRISE)) {
            appeal.does(other, "callbacks", FAILED).then().statusCode(403);
        }
        ofUnit.get(appeal.path()).then().body("allowedCommands", not(hasItem("callBack")));
        appeal.does(ofUnit, "callbacks", FAILED)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(403);
        appeal.does(both, "callbacks", FAILED).then().statusCode(403);
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/callbacks").then().statusCode(403);
        Api.as("other-district-clerk").get(appeal.path() + "/callbacks").then().statusCode(404);
        AnAppeal.CLERK
                .get(appeal.path() + "/callbacks")
                .then()
                .statusCode(200)
                .body("openedAt", contains(notNullValue()));
        assertEquals(0, Log.count("SELECT count(*) FROM callback_attempt"));
    }

    private static AnAppeal withoutAccount() {
        Response filed = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.known(filed.path("id"))));
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        return appeal;
    }

    /** As if it had been tried an hour before. */
    private static void earlier() {
        Rows.execute("UPDATE callback_attempt SET called_at = called_at - interval '1 hour'");
    }

    private static Map<String, Object> answer(String solved, int stars) {
        return Map.of(
                "outcome", "REACHED",
                "recording", "REC-2026-7",
                "solved", solved,
                "stars", stars,
                "reasons", "水压仍不足（虚构）。");
    }

    private static void assertThatContractsAreKept() {
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }
}
