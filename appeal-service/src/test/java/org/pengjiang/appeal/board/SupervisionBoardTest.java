package org.pengjiang.appeal.board;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** What supervision sees on its board. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SupervisionBoardTest {
    private static final String BOARD = "/v1/supervision-board";
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Api ELSEWHERE = Api.as(Persona.of("another-supervisor", "440704", "SUPERVISOR"));
    private static final Api CITY = Api.as(Persona.of("a-city-supervisor", "4407", "SUPERVISOR"));
    private static final Api TOWN = Api.as(Persona.of("a-town-supervisor", "440703101", "SUPERVISOR"));

    @Inject
    StoredAppeals stored;

    @Inject
    EscalationEngine escalation;

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
    void whatIsOverdueComesLongestFirstWithTheRungItHasClimbedTo() {
        // Given
        UUID longest = late("2026-08-20T10:00");
        UUID shorter = late("2026-09-10T10:00");
        AnAppeal fresh = AnAppeal.atTown();

        // When
        Response overdue = SUPERVISOR.get(BOARD + "/overdue");

        // Then
        overdue.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.id", contains(longest.toString(), shorter.toString()))
                .body("items[0].rung", equalTo(104))
                .body("items[0].supervisionLevel", equalTo(4))
                .body("items[0].unit", equalTo("440703-ZR"))
                .body("items[0].unitName", equalTo("Department (fictional)"))
                .body("items[0].clock", notNullValue())
                .body("items[0].stateNameEn", notNullValue())
                .body("items[1].rung", greaterThanOrEqualTo(100));
        assertFalse(overdue.asString().contains("91440703"), "no enterprise stands on the board");
        Response first = SUPERVISOR.get(BOARD + "/overdue?limit=1");
        first.then().body("items.id", contains(longest.toString())).body("next", notNullValue());
        SUPERVISOR
                .get(BOARD + "/overdue?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.id", contains(shorter.toString()))
                .body("next", nullValue());
        SUPERVISOR.get(BOARD + "/overdue?minLevel=4").then().body("items.id", contains(longest.toString()));
        SUPERVISOR.get(BOARD + "/overdue?unit=440703101").then().body("items", empty());
        for (Api who : List.of(CITY, TOWN, Api.as("leader"))) {
            who.get(BOARD + "/overdue").then().body("items.id", contains(longest.toString(), shorter.toString()));
        }
        ELSEWHERE.get(BOARD + "/overdue").then().body("items", empty());
        SUPERVISOR
                .get(BOARD + "/due-soon")
                .then()
                .body("items.id", contains(fresh.id))
                .body("items[0].rung", nullValue());
        SUPERVISOR.get(BOARD + "/due-soon?withinHours=40").then().body("items.id", not(hasItem(longest.toString())));
    }

    @Test
    void theNumbersAreThoseOfTheLists() {
        // Given
        late("2026-08-20T10:00");
        late("2026-09-10T10:00");
        AnAppeal fresh = AnAppeal.contacted();
        fresh.does(SUPERVISOR, "supervision-orders", Map.of("content", "请于两日内反馈（虚构）。", "workingDays", 2))
                .then()
                .statusCode(201);

        // When
        Response board = SUPERVISOR.get(BOARD);

        // Then
        board.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("units.unit", containsInAnyOrder("440703-ZR", "440703101"))
                .body("units.find { it.unit == '440703-ZR' }.overdue", equalTo(2))
                .body("units.find { it.unit == '440703-ZR' }.rungs.find { it.rung == 104 }.count", equalTo(1))
                .body(
                        "units.find { it.unit == '440703-ZR' }.levels.find { it.supervisionLevel == 4 }.count",
                        equalTo(1))
                .body("units.find { it.unit == '440703-ZR' }.openOrders", equalTo(0))
                .body("units.find { it.unit == '440703101' }.overdue", equalTo(0))
                .body("units.find { it.unit == '440703101' }.openOrders", equalTo(1));
        ELSEWHERE.get(BOARD).then().body("units", empty());
        SUPERVISOR
                .get(BOARD + "/orders")
                .then()
                .log()
                .ifValidationFails()
                .body("items.appealId", contains(fresh.id))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].unit", equalTo("440703101"));
        ELSEWHERE.get(BOARD + "/orders").then().body("items", empty());
        fresh.does(AnAppeal.HEAD, "supervision-orders/1/report", Map.of("text", "已办（虚构）"))
                .then()
                .statusCode(200);
        fresh.does(SUPERVISOR, "supervision-orders/1/clear", Map.of("note", "同意"))
                .then()
                .statusCode(200);
        SUPERVISOR.get(BOARD + "/orders").then().body("items", empty());
    }

    @Test
    void aComplaintAboutAUnitStaysUnseenByItsPeople() {
        // Given
        UUID id = late("2026-08-20T10:00");
        Rows.execute("UPDATE appeal SET about_unit = '440703101', about_district = '440703' WHERE id = '" + id + "'");
        Api both = Api.as(new Persona(
                "supervises-in-the-town", List.of("SUPERVISOR"), Map.of("division", "440703", "unit", "440703101")));

        // Then
        SUPERVISOR.get(BOARD + "/overdue").then().body("items.id", contains(id.toString()));
        both.get(BOARD + "/overdue").then().body("items", empty());
        both.get(BOARD).then().body("units", empty());
        both.get("/v1/appeals/counts").then().body("open", empty());
        SUPERVISOR.get("/v1/appeals/counts").then().body("open.count", contains(1));
    }

    @Test
    void othersAndBadInputAreRefused() {
        for (Api who : List.of(AnAppeal.CLERK, AnAppeal.ENTERPRISE, AnAppeal.PARTNER, AnAppeal.DISPATCHER)) {
            for (String path : List.of("", "/overdue", "/due-soon", "/orders")) {
                assertEquals(403, who.get(BOARD + path).statusCode(), path);
            }
        }
        SUPERVISOR
                .get(BOARD + "/due-soon?withinHours=0&minLevel=9&unit=x_y&limit=0")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.size()", equalTo(4));
        SUPERVISOR.get(BOARD + "?withinHours=41").then().statusCode(400);
        SUPERVISOR.get(BOARD + "/overdue?cursor=x").then().statusCode(400);
        SUPERVISOR.get(BOARD + "/overdue?state=CLOSED").then().statusCode(400);
    }

    @Test
    void theListsAreReadByTheIndexOfTheDues() throws Exception {
        // Given
        Rows.execute("""
                INSERT INTO appeal (id, version, log_version, published_version, division, province, city, district, town, no,
                    title, description, search_text, nature, category, category_version, urgency, time_class, policy_version,
                    source, enterprise, submitted_by, received_at, recorded_at, state, open, round,
                    supervision_level, breached, handler_kind, accountable_unit, signed_automatically, next_due_at)
                SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, '440703101', '44', '4407', '440703', '440703101', 'N-' || i,
                    't', 'x', 'x', 'HELP', 'A01', 1, 'ORDINARY', 'P3', 'PJ-2026', 'APP', '91440703MA00000077', 'x', now(), now(),
                    CASE WHEN i % 20 = 0 THEN 'IN_PROGRESS' ELSE 'CLOSED' END, i % 20 = 0, 1, 0, false, 'UNIT', 'U1', false,
                    CASE WHEN i % 20 = 0 THEN now() + (i - 2000) * interval '1 minute' END
                FROM generate_series(1, 40000) AS i""");
        Database.analyse("appeal");
        String query = "SELECT a.id FROM appeal a WHERE a.open AND a.inbox_due <= now() AND a.district = '440703'"
                + " ORDER BY a.inbox_due, a.id LIMIT 51";
        String counts = "SELECT a.district, a.state, coalesce(a.accountable_unit, ''), count(*) FROM appeal a"
                + " WHERE a.open AND a.district = '440703' GROUP BY 1, 2, 3";

        // Then
        assertTrue(plan(query).contains("appeal_open_due"), plan(query));
        assertTrue(
                plan(query.replace("a.district = '440703'", "a.city = '4407'")).contains("appeal_open_due"));
        assertTrue(plan(counts).contains("appeal_open"), plan(counts));
        assertFalse(plan(counts).contains("Seq Scan"), plan(counts));
    }

    private static String plan(String query) throws Exception {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private UUID late(String receivedAt) {
        UUID id = stored.dispatched(receivedAt, receivedAt);
        stored.change(id, "2026-09-18T17:00", change -> escalation.fire(change.appeal(), change.now()));
        // the service itself may give the same number
        Rows.execute("UPDATE appeal SET no = replace(no, '-2026-', '-2025-') WHERE id = '" + id + "'");
        return id;
    }
}
