package org.pengjiang.appeal.escalation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.ETags;

/**
 * A warning, a breach, a message and an attempt to call refuse nobody's command; what does, the refusal names. It is Friday
 * 2026-09-18 17:00.
 */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhatRefusesACommandTest {
    @Inject
    DueSweep sweep;

    @Inject
    StoredAppeals stored;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void knowTheDistrict() {
        jobs.pauseAll();
        Database.reset();
        Known.district();
    }

    @AfterEach
    void sweepAgain() {
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void aWarningAndABreachRefuseNobody() {
        // Given: accepted at ten past four, so that its thirty minutes were used up at twenty to five
        UUID id = stored.waiting(TimeClass.P3, "2026-09-18T16:00");
        stored.accept(id, "2026-09-18T16:10");
        AnAppeal appeal = AnAppeal.known(id.toString());
        String read = AnAppeal.DISPATCHER.get(appeal.path()).header("ETag");
        sweep.run();

        // When
        Response shown = AnAppeal.DISPATCHER.get(appeal.path());
        Response dispatched = AnAppeal.DISPATCHER.post(appeal.path() + "/dispatch", Map.of("unit", "440703101"), read);

        // Then
        assertTrue(Log.types(id.toString()).containsAll(List.of("appeal.warned.v1", "appeal.breached.v1")));
        assertNotEquals(read, shown.header("ETag"), "the clocks show it");
        assertEquals(ETags.version(read), ETags.version(shown));
        dispatched.then().log().ifValidationFails().statusCode(200);
        assertEquals(ETags.version(read) + 1, ETags.version(dispatched));
    }

    @Test
    void aMessageAndAnAttemptToCallRefuseNobody() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        String read = appeal.etag();
        AnAppeal.ENTERPRISE
                .post(appeal.path() + "/messages", Map.of("body", "何时恢复供水？（虚构）"))
                .then()
                .statusCode(201);
        AnAppeal.CLERK
                .post(appeal.path() + "/contacts", Map.of("channel", "CALL", "answered", false), read)
                .then()
                .statusCode(201);

        // When
        Response replied = AnAppeal.CLERK.post(appeal.path() + "/replies", AnAppeal.reply(), read);

        // Then
        assertTrue(
                Log.types(appeal.id).containsAll(List.of("appeal.message-written.v1", "appeal.contact-attempted.v1")));
        replied.then().log().ifValidationFails().statusCode(201);
    }

    @Test
    void whatHasChangedIsNamedToTheCentre() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        String read = appeal.etag();
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);

        // When
        Response stale = AnAppeal.DISPATCHER.post(appeal.path() + "/dispatch", Map.of("unit", "440703101"), read);

        // Then
        stale.then()
                .log()
                .ifValidationFails()
                .statusCode(412)
                .body("code", equalTo("VERSION_STALE"))
                .body("currentVersion", equalTo((int) ETags.version(appeal.etag())))
                .body("changes.type", contains("appeal.accepted.v1"))
                .body("changes.title", contains("诉求已受理"))
                .body("changes.version", contains((int) ETags.version(read) + 1));
        assertTrue(stale.asString().contains("\"actor\""), stale.asString());
    }

    @Test
    void anEnterpriseIsNamedWhatItsOwnFeedShows() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        String read = AnAppeal.ENTERPRISE.get(appeal.path()).header("ETag");
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
        Map<String, ?> rating = Map.of("solved", "SOLVED", "stars", 5);

        // When
        Response stale = AnAppeal.ENTERPRISE.post(appeal.path() + "/rating", rating, read);

        // Then
        stale.then()
                .log()
                .ifValidationFails()
                .statusCode(412)
                .body("changes.type", contains("appeal.replied.v1"))
                .body("changes.type", not(hasItems("appeal.reply-drafted.v1")));
        assertFalse(stale.asString().contains("\"actor\""), stale.asString());
    }
}
