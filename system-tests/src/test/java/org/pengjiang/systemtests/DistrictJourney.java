package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** What a newcomer finds after {@code ./suite up}: the district as it is, and its published figures. */
@Order(1)
@ExtendWith(StartsSuite.class)
class DistrictJourney {
    private final SuiteRun suite;
    private final SuiteClient team;
    private final SuiteClient project;

    DistrictJourney(SuiteRun suite) {
        this.suite = suite;
        this.team = suite.team().as("promotion-office");
        this.project = suite.project().as("promotion-office");
    }

    @Test
    void theSixTownsAndStreetsStandUnderTheDistrict() {
        // When
        Answer divisions = team.get("/v1/divisions").expect(200);

        // Then
        assertEquals(
                List.of("440703002", "440703005", "440703006", "440703101", "440703102", "440703103"),
                stream(divisions.body())
                        .filter(division -> division.path("parent").asText().equals("440703"))
                        .filter(division -> !division.path("retired").asBoolean())
                        .map(division -> division.path("code").asText())
                        .toList());
    }

    @Test
    void aRetiredCodeIsAnsweredWithItsSuccessor() {
        // When
        Answer retired = team.get("/v1/divisions/440703001").expect(200);

        // Then
        assertTrue(retired.body().path("retired").asBoolean());
        assertFalse(retired.text("/mergedInto").isEmpty());
    }

    @Test
    void threePlusTwoChains() {
        // When
        JsonNode chains = project.get("/v1/chains").expect(200).body();

        // Then
        JsonNode items = chains.isArray() ? chains : chains.path(chains.has("chains") ? "chains" : "items");
        assertEquals(
                Map.of(3, 3L, 2, 2L),
                stream(items)
                        .collect(java.util.stream.Collectors.groupingBy(
                                chain -> chain.path("tier").asInt(), java.util.stream.Collectors.counting())));
    }

    @Test
    void theNationalCalendarOfFourYears() {
        Map.of(2023, 249, 2024, 251, 2025, 248, 2026, 248).forEach((year, workdays) -> {
            // When
            Answer calendar = team.get("/v1/calendars/" + year).expect(200);

            // Then
            assertEquals(workdays, calendar.body().path("workdays").asInt(), "working days of " + year);
            assertFalse(calendar.body().path("provisional").asBoolean());
        });
        assertTrue(team.get("/v1/calendars/2027")
                .expect(200)
                .body()
                .path("provisional")
                .asBoolean());
    }

    @Test
    void theBulletinOfJune2022() {
        // When
        Answer board = team.get("/v1/boards/2022?asOf=2022-06-30").expect(200);

        // Then
        assertBulletin(board, "19322000000.00", "12602000000.00", "65.22", "+15.22");
    }

    @Test
    void theBulletinOfSeptember2023() {
        // When
        Answer board = team.get("/v1/boards/2023?asOf=2023-09-30").expect(200);

        // Then
        assertBulletin(board, "21183000000.00", "19454000000.00", "91.84", "+16.84");
    }

    @Test
    void everyAuditChainOfTheDemoVerifies() {
        for (SuiteClient service : suite.services().values()) {
            // When
            Answer verified =
                    service.as("auditor").get("/v1/admin/audit/verify").expect(200);

            // Then
            assertTrue(
                    verified.body().path("intact").asBoolean(),
                    () -> verified.body().toString());
        }
    }

    private static void assertBulletin(Answer board, String target, String credited, String percent, String points) {
        assertEquals(target, board.text("/district/targetYuan"));
        assertEquals(credited, board.text("/district/creditedYuan"));
        assertEquals(percent, board.text("/district/percent"));
        assertEquals(points, board.text("/district/gapPoints"));
        assertTrue(board.body().path("reconciled").asBoolean());
        assertEquals(15, board.body().path("teams").size());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
