package org.pengjiang.appeal.evaluating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** The supervision says whether a bad rating is justified; silence says yes. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class VerifyingRatingsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, Object> MISJUDGED = Map.of("finding", "MISJUDGED", "reason", "评价针对另一部门（虚构）。");

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
    void aMisjudgedRatingStaysInTheRecordAndDoesNotCountAmongTheThree() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        rateBadly(appeal);
        SUPERVISOR
                .get("/v1/tasks?mine&kind=rating-to-verify")
                .then()
                .body("items.dueAt", contains(startsWith("2026-09-21T")));
        appeal.read().then().body("allowedCommands", hasItem("verifyRating"));

        // When
        Response bare = appeal.does(SUPERVISOR, "ratings/1/verification", Map.of("finding", "PERHAPS"));
        Response naming = appeal.does(
                SUPERVISOR, "ratings/1/verification", Map.of("finding", "UPHELD", "reason", "请联系13812341234。"));
        Response ofNoRating = appeal.does(SUPERVISOR, "ratings/2/verification", MISJUDGED);
        Response byClerk = appeal.does(AnAppeal.CLERK, "ratings/1/verification", MISJUDGED);
        Response verified = appeal.does(SUPERVISOR, "ratings/1/verification", MISJUDGED);
        Response again = appeal.does(SUPERVISOR, "ratings/1/verification", MISJUDGED);

        // Then
        bare.then().statusCode(400).body("errors.pointer", containsInAnyOrder("/finding", "/reason"));
        naming.then().statusCode(422).body("errors.pointer", contains("/reason"));
        ofNoRating.then().statusCode(409).body("code", equalTo("NO_VERIFICATION_DUE"));
        byClerk.then().statusCode(403);
        verified.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("allowedCommands", not(hasItem("verifyRating")));
        again.then().statusCode(409).body("code", equalTo("NO_VERIFICATION_DUE"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/ratings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("stars", contains(1))
                .body("means", contains("ACCOUNT"))
                .body("finding", contains("MISJUDGED"))
                .body("findingReason", contains(MISJUDGED.get("reason")));
        AnAppeal.OTHER_ENTERPRISE.get(appeal.path() + "/ratings").then().statusCode(404);
        AnAppeal.DEPARTMENT_CLERK.get(appeal.path() + "/ratings").then().statusCode(403);
        assertEquals(
                List.of(),
                SUPERVISOR.get("/v1/tasks?mine&kind=rating-to-verify").path("items"));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE occasion = 'HAPPENED appeal-rating-misjudged'"
                        + " AND recipient_kind = 'PARTY'"));
        for (int round = 2; round <= 3; round++) {
            answer(appeal);
            rateBadly(appeal);
        }
        appeal.read().then().body("round", equalTo(4)).body("state", equalTo("DISPATCHED"));
        answer(appeal);
        rateBadly(appeal);
        appeal.read().then().body("round", equalTo(4)).body("state", equalTo("REPLIED"));
        appeal.does(SUPERVISOR, "ratings/4/verification", MISJUDGED)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("round", equalTo(5))
                .body("state", equalTo("DISPATCHED"));
        assertEquals(1, Log.events("appeal.rework-ordered.v1").size());
        EventSchemas.types()
                .forEach(type -> Log.events(type).forEach(event -> EventSchemas.assertMatches(type, event.toString())));
    }

    @Test
    void whatNobodyLooksAtInTimeIsUpheld() {
        // Given
        UUID id = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        stored.reply(id, "2026-09-08T09:00");
        stored.rate(id, "2026-09-08T10:00", Solved.NOT, 1);

        // When
        stored.change(id, "2026-09-11T17:00", change -> escalation.fire(change.appeal(), change.now()));

        // Then
        AnAppeal appeal = AnAppeal.known(id.toString());
        SUPERVISOR
                .get(appeal.path() + "/ratings")
                .then()
                .log()
                .ifValidationFails()
                .body("finding", contains("UPHELD"));
        appeal.does(SUPERVISOR, "ratings/1/verification", MISJUDGED)
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_VERIFICATION_DUE"));
        assertEquals(
                List.of(true),
                Log.events("appeal.rating-verified.v1").stream()
                        .map(event -> event.path("automatic").asBoolean())
                        .toList());
    }

    @Test
    void theFirstAnswerCountsAndWhatThePlatformSendsLaterIsKept() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        AnAppeal.PARTNER.get(appeal.path()).then().body("allowedCommands", hasItem("rateAppeal"));

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 4))
                .then()
                .statusCode(200);
        Response later = appeal.does(AnAppeal.PARTNER, "rating", Map.of("solved", "NOT", "stars", 1));
        Response twice = appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1));

        // Then
        later.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("rating.stars", equalTo(4));
        twice.then().statusCode(409);
        appeal.read().then().body("state", equalTo("CLOSED"));
        AnAppeal.PARTNER
                .get(appeal.path() + "/ratings")
                .then()
                .log()
                .ifValidationFails()
                .body("means", contains("ACCOUNT", "PARTNER"))
                .body("superseded", contains(false, true))
                .body("stars", contains(4, 1));
        assertEquals(1, Log.events("appeal.rated.v1").size());
    }

    @Test
    void thePlatformThatFiledRatesForItsAppellant() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        AnAppeal notFiled = AnAppeal.replied();
        appeal.does(AnAppeal.PARTNER, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(409);
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);

        // When
        Response rated = appeal.does(AnAppeal.PARTNER, "rating", Map.of("solved", "NOT", "stars", 1));

        // Then
        rated.then().log().ifValidationFails().statusCode(200).body("state", equalTo("DISPATCHED"));
        assertEquals(
                List.of("PARTNER"),
                Log.events("appeal.rated.v1").stream()
                        .map(event -> event.path("means").asText())
                        .toList());
        notFiled.does(AnAppeal.PARTNER, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(404);
    }

    private static void answer(AnAppeal appeal) {
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
    }

    private static void rateBadly(AnAppeal appeal) {
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
    }
}
