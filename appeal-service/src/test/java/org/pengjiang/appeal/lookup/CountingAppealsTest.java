package org.pengjiang.appeal.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** How many appeals there are, counted without looking at all of them; and what a line of a list says of one. It is Friday 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class CountingAppealsTest {
    private static final String COUNTS = "/v1/appeals/counts";
    private static final String DAYS =
            "SELECT concat_ws(' ', day, state, unit, n) FROM appeal_ended_day WHERE n <> 0 ORDER BY 1";
    private static final Api SUPERVISOR = Api.as("supervisor");

    @Inject
    FoldEndedAppeals fold;

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
    void goOn() {
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void openOnesAsTheyStandAndEndedOnesByTheirDays() {
        // Given
        AnAppeal closed = AnAppeal.replied();
        AnAppeal.atTown();
        AnAppeal.atTown();
        AnAppeal.filed(AnAppeal.filing());
        closed.does(AnAppeal.ENTERPRISE, "close", null).then().statusCode(200);

        // When, Then: before and after it is folded
        for (int folded : List.of(1, 0)) {
            SUPERVISOR
                    .get(COUNTS)
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .body("open.find { it.state == 'DISPATCHED' }.count", equalTo(2))
                    .body("open.find { it.state == 'DISPATCHED' }.unit", equalTo("440703101"))
                    .body("open.find { it.state == 'DISPATCHED' }.unitName", equalTo("Town (fictional)"))
                    .body("open.find { it.state == 'SUBMITTED' }.count", equalTo(1))
                    .body("open.find { it.state == 'SUBMITTED' }.unit", nullValue())
                    .body("ended.state", contains("CLOSED"))
                    .body("ended.count", contains(1))
                    .body("ended[0].stateNameZh", notNullValue());
            assertEquals(folded, fold.fold());
        }
        assertEquals(List.of("2026-09-18 CLOSED 440703101 1"), texts(DAYS));
        AnAppeal.ENTERPRISE.get(COUNTS).then().body("ended.count", contains(1)).body("open.count.sum()", equalTo(3));
        AnAppeal.OTHER_ENTERPRISE.get(COUNTS).then().body("open", empty()).body("ended", empty());
        AnAppeal.PARTNER
                .get(COUNTS)
                .then()
                .statusCode(200)
                .body("open", empty())
                .body("ended", empty());
        Api.as(Persona.of("another-supervisor", "440704", "SUPERVISOR"))
                .get(COUNTS)
                .then()
                .body("open", empty())
                .body("ended", empty());
        for (String division : List.of("44", "4407", "440703101")) {
            Api.as(Persona.of("a-supervisor-" + division, division, "SUPERVISOR"))
                    .get(COUNTS)
                    .then()
                    .body("open.count.sum()", equalTo(3))
                    .body("ended.count", contains(1));
        }
        SUPERVISOR.get(COUNTS + "?endedTo=2026-09-17").then().body("ended", empty());
        SUPERVISOR
                .get(COUNTS + "?endedFrom=2026-09-18&endedTo=2026-09-18")
                .then()
                .body("ended.count", contains(1));
    }

    @Test
    void whatIsOpenedAgainIsCountedNoLonger() {
        // Given
        UUID id = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        stored.reply(id, "2026-09-08T09:00");
        Rows.execute("UPDATE appeal SET state = 'CLOSED', open = false, closed_at = '2026-09-09T10:00+08'");
        assertEquals(1, fold.fold());
        assertEquals(List.of("2026-09-09 CLOSED 440703-ZR 1"), texts(DAYS));

        // When
        Rows.execute("UPDATE appeal SET state = 'REWORK', open = true, closed_at = NULL");

        // Then
        SUPERVISOR.get(COUNTS).then().body("ended", empty()).body("open.state", contains("REWORK"));
        assertEquals(1, fold.fold());
        assertEquals(List.of(), texts(DAYS));

        // When: it ends otherwise
        Rows.execute("UPDATE appeal SET state = 'WITHDRAWN', open = false");
        Rows.execute("UPDATE appeal SET state = 'MERGED'");

        // Then
        assertEquals(3, fold.fold());
        assertEquals(1, texts(DAYS).size());
    }

    @Test
    void badDaysAreRefused() {
        SUPERVISOR
                .get(COUNTS + "?endedFrom=2026-09-18&endedTo=2026-09-17")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", contains("PERIOD_REVERSED"));
        SUPERVISOR.get(COUNTS + "?endedFrom=2020-01-01").then().statusCode(422);
        SUPERVISOR.get(COUNTS + "?endedFrom=18.9.2026").then().statusCode(400);
        SUPERVISOR.get(COUNTS + "?from=2026-09-18").then().statusCode(400);
    }

    @Test
    void aLineNamesEverythingInBothLanguagesAndSaysHowMuchTimeIsLeft() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response list = AnAppeal.CLERK.get("/v1/appeals");

        // Then
        list.then()
                .log()
                .ifValidationFails()
                .body("items[0].stateNameZh", notNullValue())
                .body("items[0].stateNameEn", equalTo("to be signed for"))
                .body("items[0].categoryNameZh", notNullValue())
                .body("items[0].categoryNameEn", notNullValue())
                .body("items[0].timeClassNameEn", notNullValue())
                .body("items[0].unitName", equalTo("Town (fictional)"))
                .body("items[0].urgeCount", equalTo(0))
                .body("items[0].serverTime", notNullValue())
                .body("items[0].workingMinutesLeft", lessThanOrEqualTo(60));
        Rows.execute("UPDATE appeal SET next_due_at = '2026-09-18T16:30+08' WHERE id = '" + appeal.id + "'");
        AnAppeal.CLERK.get("/v1/inbox").then().body("items[0].workingMinutesLeft", lessThanOrEqualTo(-30));
    }

    @Test
    void listsAreNarrowedByNatureAndReceipt() {
        // Given
        UUID earlier = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        // the service itself may give the same number
        Rows.execute("UPDATE appeal SET no = replace(no, '-2026-', '-2025-')");
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing("nature", "SUGGESTION"));

        // Then
        SUPERVISOR.get("/v1/appeals?nature=SUGGESTION").then().body("items.id", contains(appeal.id));
        SUPERVISOR.get("/v1/appeals?nature=PRAISE").then().body("items", empty());
        SUPERVISOR.get("/v1/appeals?receivedTo=2026-09-08").then().body("items.id", contains(earlier.toString()));
        SUPERVISOR.get("/v1/appeals?receivedFrom=2026-09-09").then().body("items.id", contains(appeal.id));
        SUPERVISOR
                .get("/v1/appeals?receivedFrom=2026-09-08&receivedTo=2026-09-08")
                .then()
                .body("items.id", contains(earlier.toString()));
        SUPERVISOR
                .get("/v1/appeals?receivedFrom=2026-09-09&receivedTo=2026-09-08")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.code", contains("PERIOD_REVERSED"));
        SUPERVISOR.get("/v1/appeals?nature=NONE").then().statusCode(400);
        // nobody finds by the nature what they would not read
        AnAppeal.DEPARTMENT_CLERK.get("/v1/appeals?nature=SUGGESTION").then().body("items", empty());
    }
}
