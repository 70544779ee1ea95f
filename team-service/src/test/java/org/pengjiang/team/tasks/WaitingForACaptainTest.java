package org.pengjiang.team.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.account;
import static org.pengjiang.team.testsupport.District.line;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.TaskTexts;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.TeamStack;

/** A pledge waits for the office, then for the captain, and for whoever follows him. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class WaitingForACaptainTest {
    private static final List<Map<String, Object>> LINES =
            List.of(line("SIGNED_AMOUNT", "SUM", "2000000000.00", 10_000));
    private static final Api CAPTAIN = Api.as("team-captain");
    private static final Api SUCCESSOR = Api.as("team-captain-2");

    @Inject
    Instance<TaskSource<?>> sources;

    private ATeam team;

    @BeforeEach
    void aTeam() {
        Database.reset();
        team = team("T01", "team-captain", "2026-01-01");
    }

    @Test
    void everyKindHasItsTexts() {
        sources.forEach(source -> TaskTexts.assertComplete(source.kinds()));
    }

    @Test
    void aPledgeWaitsForTheOfficeThenForTheCaptainThenForNobody() {
        // Given
        Response draft = drafted();
        String path = "/v1/pledges/" + draft.path("id");
        assertEquals(List.of(path), waiting(OFFICE));
        assertEquals(List.of(), waiting(CAPTAIN));

        // When
        Response issued = OFFICE.post(path + "/issue", null, draft.header("ETag"));

        // Then
        assertEquals(List.of(), waiting(OFFICE));
        assertEquals(List.of(path), waiting(CAPTAIN));
        assertEquals(List.of(), waiting(SUCCESSOR));
        assertEquals("签订 T01 队 2026 年度目标责任书", CAPTAIN.get("/v1/tasks?mine").path("items[0].title"));
        CAPTAIN.post(path + "/sign", Map.of("signedOn", "2026-11-20"), issued.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        assertEquals(List.of(), waiting(CAPTAIN));
    }

    @Test
    void whatIsTakenBackWaitsForTheOfficeAgain() {
        // Given
        Response draft = drafted();
        String path = "/v1/pledges/" + draft.path("id");
        Response issued = OFFICE.post(path + "/issue", null, draft.header("ETag"));

        // When
        OFFICE.post(path + "/take-back", null, issued.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(List.of(path), waiting(OFFICE));
        assertEquals(List.of(), waiting(CAPTAIN));
    }

    @Test
    void whenTheTeamChangesHandsSoDoesTheTask() {
        // Given
        Response draft = drafted();
        String path = "/v1/pledges/" + draft.path("id");
        OFFICE.post(path + "/issue", null, draft.header("ETag")).then().statusCode(200);

        // When
        OFFICE.post(
                        "/v1/teams/" + team.id() + "/captains",
                        Map.of(
                                "account",
                                account("team-captain-2"),
                                "name",
                                "Fan Si",
                                "title",
                                "Town head",
                                "from",
                                "2026-11-20"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(List.of(), waiting(CAPTAIN));
        assertEquals(List.of(path), waiting(SUCCESSOR));
    }

    private Response drafted() {
        Response draft = OFFICE.post("/v1/teams/" + team.id() + "/pledges", Map.of("year", 2026, "lines", LINES));
        draft.then().log().ifValidationFails().statusCode(201);
        return draft;
    }

    private static List<String> waiting(Api api) {
        Response tasks = api.get("/v1/tasks?mine");
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.link");
    }
}
