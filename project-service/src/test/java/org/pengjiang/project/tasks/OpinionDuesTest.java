package org.pengjiang.project.tasks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** The opinions that departments owe, from the question to the answer or past the limit. It is Friday, 2026-11-20. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class OpinionDuesTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void anOpinionIsDueUntilItIsGivenAndRedAfterItsLastDay() {
        // Given
        AProject project = asked();
        Response green = SUPERVISOR.get("/v1/dues");
        assertEquals(List.of("GREEN", "GREEN"), green.path("items.light"));
        assertEquals(List.of("2026-11-27T23:59:59+08:00", "2026-11-27T23:59:59+08:00"), green.path("items.dueAt"));
        assertEquals(
                List.of("440703-HB"), SUPERVISOR.get("/v1/dues?unit=440703-HB").path("items.owedBy.unit"));
        String before = project.etag();

        // When: the last day of both has passed, as if they had been asked nine days before
        execute("UPDATE department_opinion SET due_on = '2026-11-18';"
                + "UPDATE due SET due_at = '2026-11-18T23:59:59+08:00';"
                + "UPDATE due_level SET at = '2026-11-17T08:30:00+08:00' WHERE name = 'reminder';"
                + "UPDATE due_level SET at = '2026-11-18T23:59:59.000001+08:00' WHERE name = 'overdue'");
        await().atMost(SOON)
                .until(() -> SUPERVISOR.get("/v1/dues?light=RED").path("items.light"), List.of("RED", "RED")::equals);

        // Then: each department stands in the log once, and whoever read the project before may go on
        assertEquals(2, Log.events("project.opinion-overdue.v1").size());
        assertEquals(before.split("-", -1)[0], project.etag().split("-", -1)[0], "no command is refused because of it");
        assertEquals(List.of(), SUPERVISOR.get("/v1/dues?light=GREEN").path("items"));

        // and the answer closes the due, however late
        AProject.DEPARTMENT
                .post(
                        project.path() + "/admission/opinions",
                        Map.of("department", AProject.DEPARTMENT_CODE, "verdict", "AGREE"))
                .then()
                .statusCode(200);
        assertEquals(List.of("440703-HB"), SUPERVISOR.get("/v1/dues").path("items.owedBy.unit"));
    }

    @Test
    void whatWasAskedBeforeThereWereDuesIsOwedToo() {
        // Given
        AProject project = asked();
        AProject.DEPARTMENT
                .post(
                        project.path() + "/admission/opinions",
                        Map.of("department", AProject.DEPARTMENT_CODE, "verdict", "AGREE"))
                .then()
                .statusCode(200);

        // When
        execute("DELETE FROM due_level; DELETE FROM due");

        // Then
        await().atMost(SOON)
                .until(() -> SUPERVISOR.get("/v1/dues").path("items.owedBy.unit"), List.of("440703-HB")::equals);
        assertEquals(2, Log.count("SELECT count(*) FROM due_level"));
    }

    @Test
    void theListIsReadInPagesByThoseWhoWatchOver() {
        // Given
        asked();

        // When
        Response first = SUPERVISOR.get("/v1/dues?limit=1");
        Response second = SUPERVISOR.get("/v1/dues?limit=1&cursor=" + first.path("next"));

        // Then
        assertEquals(1, first.<List<?>>path("items").size());
        assertEquals(1, second.<List<?>>path("items").size());
        AProject.DEPARTMENT.get("/v1/dues").then().statusCode(403);
        SUPERVISOR.get("/v1/dues?light=BLUE&kind=").then().statusCode(400);
        SUPERVISOR.get("/v1/dues?light=RED&cursor=" + first.path("next")).then().statusCode(400);
        assertEquals(
                List.of(),
                Api.as("supervisor")
                        .get("/v1/dues?subject=0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10")
                        .path("items"));
    }

    private static AProject asked() {
        AProject project = AProject.underReview("80000000.00");
        AProject.OFFICE
                .post(
                        project.path() + "/admission",
                        Map.of("departments", List.of(AProject.DEPARTMENT_CODE, "440703-HB")))
                .then()
                .statusCode(201);
        return project;
    }

    private static void execute(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
