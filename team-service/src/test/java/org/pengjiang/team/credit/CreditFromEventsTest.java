package org.pengjiang.team.credit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.team.testsupport.District.board;
import static org.pengjiang.team.testsupport.District.project;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.team.testsupport.District.AProject;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.ProjectEvents;
import org.pengjiang.team.testsupport.ProjectEvents.Sent;
import org.pengjiang.team.testsupport.TeamStack;

/** From events on Kafka to the ledger: once, in order, and never by guesswork. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class CreditFromEventsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    CreditQueries queries;

    private ATeam first;
    private ATeam second;

    @BeforeEach
    void twoTeams() {
        Database.reset();
        first = team("T01", "team-captain", "2022-01-01");
        second = team("T02", "team-captain-2", "2022-01-01");
    }

    @Test
    void aProjectOfTwoTeamsMovesBothBoardsWithinASecond() {
        // Given
        AProject warmUp = project("2.00", first, second);
        warmUp.signed("2026-11-10");
        await().atMost(SOON).until(() -> total("2026-11-20").equals("2.00"));
        // When
        long sent = System.nanoTime();
        project("100.01", first, second).signed("2026-11-19");
        await().pollInterval(Duration.ofMillis(10))
                .atMost(SOON)
                .until(() -> total("2026-11-20").equals("102.01"));
        long millis = (System.nanoTime() - sent) / 1_000_000;
        // Then
        System.out.println("from Kafka to both boards: " + millis + " ms");
        board(2026, "2026-11-20")
                .then()
                .body("teams[0].creditedYuan", equalTo("51.01"))
                .body("teams[1].creditedYuan", equalTo("51.00"))
                .body("reconciled", equalTo(true));
        assertEquals(true, millis < 1000, millis + " ms");
    }

    @Test
    void aTeamsLedgerIsFoundByThoseWhoSeeTheTeamAndByNoNeighbour() {
        // Given
        project("100.00", first).signed("2026-11-10");
        await().atMost(SOON).until(() -> total("2026-11-20").equals("100.00"));
        PageRequest page = new PageRequest(50, null);

        // Then
        for (String seen : List.of("440703", "4407", "44")) {
            assertEquals(false, entries(seen, page).isEmpty(), seen);
        }
        for (String unseen : List.of("440704", "4406", "440703102")) {
            assertEquals(List.of(), entries(unseen, page), unseen);
        }
        String path = "/v1/teams/" + first.id() + "/credits?year=2026";
        assertEquals(200, Api.as("promotion-office").get(path).statusCode());
        assertEquals(
                404,
                Api.as(Persona.of("a-neighbour", "440704", "PROMOTION_OFFICE"))
                        .get(path)
                        .statusCode());
    }

    private List<CreditEntryView> entries(String division, PageRequest page) {
        return queries.ofTeam(DivisionScope.of(DivisionCode.parse(division)), first.id(), 2026, null, page)
                .items();
    }

    @Test
    void aDuplicateChangesNothing() {
        // Given
        AProject project = project("100.00", first);
        Sent signed = project.signed("2026-11-10");
        ProjectEvents.send(signed);
        // When
        ProjectEvents.send(signed);
        project.revised("90.00", "2026-11-11", "2026-11-11T08:00:00Z");
        // Then
        await().atMost(SOON).until(() -> total("2026-11-20").equals("90.00"));
    }

    @Test
    void anEventWhoseForerunnerIsMissingIsParkedAndComesBackWithIt() {
        // Given
        AProject project = project("100.00", first);
        Sent signed = new Sent(
                UUID.randomUUID(),
                "project.stage-changed.v1",
                project.id,
                ProjectEvents.next(project.id),
                Instant.parse("2026-11-10T08:00:00Z"),
                Map.of());
        project.reaches("SIGNED", "2026-11-10", "2026-11-10T08:00:00Z");
        // When
        await().atMost(SOON).until(() -> parked().size() == 1);
        // Then
        assertEquals("0.00", total("2026-11-20"));
        assertEquals(1, signed.sequence());
    }

    @Test
    void aTeamNobodyKnowsParksTheProjectInsteadOfLosingItsCredit() {
        // Given
        ATeam stranger = new ATeam(UUID.randomUUID(), "T99");
        // When
        project("100.00", stranger).signed("2026-11-10");
        project("7.00", first).signed("2026-11-10");
        // Then
        await().atMost(SOON)
                .until(() -> parked().size() == 1 && total("2026-11-20").equals("7.00"));
    }

    @Test
    void aBoardOfThePastStaysAsItWas() {
        // Given
        AProject project = project("100.00", first);
        project.signed("2026-08-10");
        await().atMost(SOON).until(() -> total("2026-08-31").equals("100.00"));
        String before = board(2026, "2026-08-31").asString();
        // When
        project.revised("300.00", "2026-08-20", "2026-11-11T08:00:00Z");
        project("50.00", second).reaches("SIGNED", "2026-08-15", "2026-11-12T08:00:00Z");
        project.sharedAnew(List.of(second.share(10_000)), "2026-08-01", "2026-11-13T08:00:00Z");
        await().atMost(SOON).until(() -> total("2026-11-20").equals("350.00"));
        await().atMost(SOON)
                .until(() ->
                        board(2026, "2026-11-20").path("teams[0].creditedYuan").equals("0.00"));
        // Then
        assertEquals(before, board(2026, "2026-08-31").asString());
        board(2026, "2026-11-12")
                .then()
                .body("teams[0].creditedYuan", equalTo("300.00"))
                .body("teams[1].creditedYuan", equalTo("50.00"));
        board(2026, "2026-11-13").then().body("teams[1].creditedYuan", equalTo("350.00"));
    }

    @Test
    void randomProjectsReconcileAndARebuildFromTheFirstEventIsTheSameLedger() {
        // Given
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CreditFromEventsTest seed=" + seed);
        Random random = new Random(seed);
        List<Sent> ends = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ends.add(live(random));
        }
        AProject last = project("1.00", first);
        Sent end = last.signed("2026-11-20");
        // When
        ends.add(end);
        await().atMost(SOON).until(() -> ends.stream().allMatch(CreditFromEventsTest::isApplied));
        Response reconciled = Api.as("auditor").get("/v1/credits/reconciliation?year=2026");
        Response rebuilt = Api.as("auditor").post("/v1/admin/credits/rebuild-check", null);
        // Then
        reconciled
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("balanced", equalTo(true))
                .body("differences", empty())
                .body("metrics.size()", greaterThan(3));
        rebuilt.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("equal", equalTo(true))
                .body("postings", greaterThan(100))
                .body("differences", empty());
    }

    @Test
    void aTamperedLedgerIsFound() throws SQLException {
        // Given
        project("100.00", first, second).signed("2026-11-10");
        await().atMost(SOON).until(() -> total("2026-11-20").equals("100.00"));
        // When
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE credit_entry SET quantity = quantity + 0.01 WHERE metric = 'SIGNED_AMOUNT' AND team_id = '"
                            + first.id() + "'");
        }
        // Then
        Api.as("auditor")
                .get("/v1/credits/reconciliation?year=2026")
                .then()
                .body("balanced", equalTo(false))
                .body("metrics.find { it.metric == 'SIGNED_AMOUNT' }.difference", equalTo("-0.01"));
        Api.as("auditor").post("/v1/admin/credits/rebuild-check", null).then().body("equal", equalTo(false));
    }

    /** @return what was sent last of it: the events of one project are applied in their order */
    private Sent live(Random random) {
        String amount = random.nextInt(1, 2_000_000_000) + "." + (10 + random.nextInt(90));
        int points = random.nextInt(1, 10_000);
        AProject project = new AProject(amount, List.of(first.share(points), second.share(10_000 - points)));
        int month = 1 + random.nextInt(9);
        String day = "2026-%02d-%02d".formatted(month, 1 + random.nextInt(28));
        Sent end =
                project.reaches("SIGNED", day, "2026-%02d-%02dT03:00:00Z".formatted(month + 1, 1 + random.nextInt(20)));
        if (random.nextBoolean()) {
            end = project.revised(random.nextInt(1, 900_000_000) + ".07", "2026-10-01", "2026-10-02T03:00:00Z");
        }
        if (random.nextBoolean()) {
            end = project.reaches("REGISTERED", "2026-10-05", "2026-10-06T03:00:00Z");
        }
        if (random.nextBoolean()) {
            end = project.sharedAnew(List.of(first.share(10_000)), "2026-01-01", "2026-10-07T03:00:00Z");
        }
        if (random.nextInt(4) == 0) {
            end = project.terminated("2026-11-02", "2026-11-03T03:00:00Z");
        }
        return end;
    }

    private static String total(String asOf) {
        return board(2026, asOf).path("district.creditedYuan");
    }

    private static List<?> parked() {
        Response parked = Api.as("admin").get("/v1/admin/parked-events");
        return parked.statusCode() == 200 ? parked.path("items") : rows("SELECT event_id FROM parked_event");
    }

    private static boolean isApplied(Sent event) {
        return rows("SELECT event_id FROM inbox WHERE event_id = '" + event.id() + "'")
                        .size()
                == 1;
    }

    private static List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
