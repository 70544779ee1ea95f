package org.pengjiang.appeal.escalation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.number;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/**
 * The clocks of accepting, dispatching and reviewing as people meet them: whoever owes the step is told, the supervision once
 * it is overdue, the enterprise never. It is Friday 2026-09-18 17:00, half an hour before the end of work.
 */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhatTheOfficesOweTest {
    private static final Api SUPERVISOR = Api.as("supervisor");

    @Inject
    DueSweep sweep;

    @Inject
    StoredAppeals appeals;

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
    void whatWaitsForTheCentreHasAClockThatTheEnterpriseDoesNotSee() {
        // When
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // Then
        appeal.read()
                .then()
                .body("clocks.clock", contains("CONTACT", "RESOLVE", "LIMIT", "ACCEPT"))
                .body("clocks[3].family", equalTo("UNIT"))
                .body("clocks[3].unit", equalTo(null))
                .body("clocks[3].rule.amount", equalTo(120))
                .body("clocks[3].dueAt", containsString("2026-09-20T02:0"));
        SUPERVISOR
                .get(appeal.path() + "/clocks/ACCEPT/explain")
                .then()
                .statusCode(200)
                .body("sentences", not(hasItem(containsString("{"))))
                .body("clock", equalTo("ACCEPT"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("clocks.clock", contains("CONTACT", "RESOLVE", "LIMIT"));
        AnAppeal.ENTERPRISE
                .get(appeal.path() + "/clocks")
                .then()
                .body("clock.clock", contains("CONTACT", "RESOLVE", "LIMIT"));
        AnAppeal.ENTERPRISE.get(appeal.path() + "/clocks/ACCEPT/explain").then().statusCode(404);
    }

    @Test
    void theCentreIsHeldToTheClockOfItsStepAndTheInboxStandsByIt() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // When
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);

        // Then: thirty working minutes end before the hour in which the enterprise has to be contacted
        assertEquals(
                List.of("MET", "RUNNING"),
                texts("SELECT state FROM deadline_clock WHERE type IN ('ACCEPT', 'DISPATCH') ORDER BY type"));
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine")
                .then()
                .body("items.kind", contains("appeal-to-dispatch"))
                .body("items[0].dueAt", containsString("2026-09-20T08:3"));
        AnAppeal.DISPATCHER.get("/v1/inbox").then().body("items[0].nextDueAt", containsString("2026-09-20T00:3"));
        AnAppeal.ENTERPRISE.get("/v1/appeals").then().body("items[0].nextDueAt", containsString("2026-09-20T01:0"));
        appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101"))
                .then()
                .statusCode(200);
        assertEquals(
                List.of("MET", "MET", "RUNNING", "RUNNING", "RUNNING", "RUNNING"),
                texts("SELECT state FROM deadline_clock WHERE family = 'UNIT' ORDER BY type"));
    }

    @Test
    void whatARuleDispatchesAtOnceWritesNothingForTheCentre() {
        // Given
        Known.rule("440703101", "A04", "440703101");

        // When
        AnAppeal.filed(AnAppeal.filing());

        // Then
        assertEquals(
                List.of("CONTACT", "LIMIT", "PLAN", "RESOLVE", "SIGN", "UNIT_CONTACT", "UNIT_RESOLVE"),
                texts("SELECT type FROM deadline_clock ORDER BY type"));
    }

    @Test
    void receivedBeforeItWasRecordedIsNotLateForTheCentre() {
        // Given
        Map<String, Object> filing = new HashMap<>(AnAppeal.filing());
        filing.put("enterprise", Known.ENTERPRISE);
        filing.put("receivedAt", "2026-09-17T09:00:00+08:00");
        filing.put("receivedReason", "来电时系统繁忙（虚构）");

        // When
        AnAppeal.DISPATCHER.post("/v1/appeals", filing).then().statusCode(201);
        sweep.run();

        // Then: the hour of the enterprise has passed
        assertEquals(List.of("CONTACT"), texts("SELECT type FROM breach"));
        assertEquals(
                List.of("RUNNING"), texts("SELECT state FROM deadline_clock WHERE type = 'ACCEPT' AND met IS NULL"));
    }

    @Test
    void anOverdueStepIsBeforeTheSupervisionAndTheCentreWasWarned() {
        // Given: accepted at ten past four, so that its thirty minutes were used up at twenty to five
        UUID id = appeals.waiting(TimeClass.P3, "2026-09-18T16:00");
        appeals.accept(id, "2026-09-18T16:10");

        // When
        sweep.run();

        // Then
        assertEquals(List.of("DISPATCH"), texts("SELECT type FROM breach WHERE due_at = '2026-09-18 16:40+08'"));
        String breached = texts("SELECT data FROM event_log WHERE type = 'appeal.breached.v1'"
                        + " AND data::json ->> 'clock' = 'DISPATCH'")
                .getFirst();
        EventSchemas.assertMatches("appeal.breached.v1", breached);
        SUPERVISOR
                .get("/v1/tasks?mine&kind=promise-overdue")
                .then()
                .body("items.title", hasItem(containsString("分派")))
                .body("items.dueAt", hasItem("2026-09-18T16:40:00+08:00"));
        assertEquals(
                List.of("50 DISPATCHER", "80 DISPATCHER"),
                texts(
                        "SELECT concat_ws(' ', arguments[3], recipient) FROM notice WHERE occasion = 'HAPPENED clock-warned'"
                                + " AND arguments[2] = '@clock.DISPATCH' AND recipient_kind = 'ROLE' ORDER BY 1"));
        appeals.change(id, "2026-09-18T17:00", change -> appeals.dispatch(change, Handler.unit("440703101")));
        assertEquals(
                "MISSED",
                texts("SELECT state FROM deadline_clock WHERE type = 'DISPATCH'")
                        .getFirst());
    }

    @Test
    void whatTheOfficesMissIsNoPromiseToTheEnterpriseBroken() {
        // Given: day and night, ten minutes to accept and thirty to contact
        UUID id = appeals.waiting(TimeClass.P0, "2026-09-18T16:49");

        // When
        sweep.run();

        // Then
        assertEquals(List.of("ACCEPT"), texts("SELECT type FROM breach WHERE appeal_id = ?", id));
        assertEquals(0, number("SELECT supervision_level FROM appeal WHERE id = ?", id));
        for (Api reader : List.of(AnAppeal.ENTERPRISE, SUPERVISOR)) {
            reader.get("/v1/appeals/" + id).then().body("breached", equalTo(false));
            reader.get("/v1/appeals?breached=true").then().body("items", hasSize(0));
            reader.get("/v1/appeals?breached=false").then().body("items", hasSize(1));
        }
        AnAppeal.ENTERPRISE.get("/v1/changes").then().body("items", hasSize(0));
        AnAppeal.ENTERPRISE.get("/v1/appeals/" + id + "/timeline").then().body("items", hasSize(0));
    }

    @Test
    void aDraftIsReviewedInItsTimeAndTheNextDraftInItsOwn() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        AnAppeal.HEAD
                .get("/v1/tasks?mine")
                .then()
                .body("items.kind", contains("reply-to-approve"))
                .body("items[0].dueAt", containsString("2026-09-20T14:3"));

        // When
        appeal.does(AnAppeal.HEAD, "replies/1/send-back", Map.of("reason", "说明不足"))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);

        // Then
        AnAppeal.CLERK
                .get(appeal.path() + "/clocks")
                .then()
                .body("findAll { it.clock.clock == 'REVIEW' }.clock.state", contains("MET", "RUNNING"))
                .body("findAll { it.clock.clock == 'REVIEW' }.clock.unit", contains("440703101", "440703101"));
        AnAppeal.ENTERPRISE.get(appeal.path() + "/clocks").then().body("clock.clock", not(hasItem("REVIEW")));
        appeal.does(AnAppeal.HEAD, "replies/2/approve", null).then().statusCode(200);
        assertEquals(
                List.of("MET", "MET"), texts("SELECT state FROM deadline_clock WHERE type = 'REVIEW' ORDER BY turn"));
    }

    @Test
    void aReviewThatTakesTooLongIsTheHeadsAndTheSupervisionHearsOfIt() {
        // Given: drafted yesterday at nine, due at half past three in the afternoon
        UUID id = appeals.dispatched("2026-09-17T08:30", "2026-09-17T08:31");
        appeals.sign(id, "2026-09-17T08:40");
        appeals.contact(id, "2026-09-17T08:50");
        appeals.change(id, "2026-09-17T09:00", change -> appeals.draft(change, "a-clerk", false));

        // When
        sweep.run();

        // Then
        assertEquals(List.of("2026-09-17 15:30"), texts("""
                SELECT to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') FROM breach
                WHERE type = 'REVIEW' AND accountable_unit = '440703-ZR'"""));
        SUPERVISOR
                .get("/v1/tasks?mine&kind=promise-overdue")
                .then()
                .body("items.title", contains(containsString("审核")));
        assertEquals(
                List.of("50 440703-ZR", "80 440703-ZR"),
                texts(
                        "SELECT concat_ws(' ', arguments[3], recipient) FROM notice WHERE occasion = 'HAPPENED clock-warned'"
                                + " AND arguments[2] = '@clock.REVIEW' ORDER BY 1"));
        assertEquals(
                List.of("{UNIT_HEAD}"),
                texts("SELECT roles FROM task WHERE kind = 'reply-to-approve' AND done_at IS NULL"));
    }
}
