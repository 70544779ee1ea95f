package org.pengjiang.appeal.handling;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.pengjiang.kit.testing.EventSchemas;

/** Enforcement is judged by law: nobody rates it, and a window that ran out is no promise that was broken. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class UnratedCategoryTest {
    private static final String CLOSED = "SELECT data FROM event_log WHERE type = 'appeal.closed.v1'";

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
    void enforcementIsNotRatedAndNotReworkedByARating() {
        // Given
        AnAppeal appeal = answered(AnAppeal.atTown(AnAppeal.filed(AnAppeal.filing("category", "D02"))));

        // Then
        AnAppeal.ENTERPRISE
                .get(appeal.path())
                .then()
                .body("state", equalTo("REPLIED"))
                .body("allowedCommands", equalTo(List.of("closeAppeal", "withdrawAppeal", "writeMessage")));
        assertEquals(
                List.of(),
                AnAppeal.ENTERPRISE.get("/v1/tasks?mine&kind=answer-to-rate").path("items.link"));
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(409)
                .body("code", equalTo("CATEGORY_NOT_RATED"));
        appeal.does(AnAppeal.ENTERPRISE, "close", null)
                .then()
                .statusCode(200)
                .body("evaluation", equalTo("NOT_ASKED"))
                .body("round", equalTo(1));
        texts(CLOSED).forEach(event -> EventSchemas.assertMatches("appeal.closed.v1", event));
    }

    @Test
    void theMigrationSettlesWhatTheReleaseBeforeHasAsked() throws IOException {
        // Given
        AnAppeal asked = AnAppeal.replied();
        AnAppeal rated = AnAppeal.replied();
        Rows.execute("UPDATE appeal SET category = 'D02' WHERE id = '" + asked.id + "'");

        // When
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/db/migration/V118__tasks_of_unrated_categories.sql"))) {
            Rows.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }

        // Then
        assertEquals(
                List.of(rated.path()),
                AnAppeal.ENTERPRISE.get("/v1/tasks?mine&kind=answer-to-rate").path("items.link"));
    }

    @Test
    void theWindowOfEnforcementLeavesNoRating() {
        // Given
        UUID id = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        Rows.execute("UPDATE appeal SET category = 'D02'");
        stored.reply(id, "2026-09-08T09:00");

        // When
        over(id);

        // Then
        assertEquals(List.of("NOT_ASKED"), evaluations());
        assertEquals(List.of(), texts("SELECT data FROM event_log WHERE type = 'appeal.rated.v1'"));
        assertEquals(List.of(), texts("SELECT account FROM rating"));
    }

    @Test
    void aWindowThatRanOutIsNoBrokenPromise() {
        // Given
        UUID id = stored.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        stored.reply(id, "2026-09-08T09:00");

        // When
        over(id);

        // Then
        assertEquals(List.of("DEFAULT"), evaluations());
        Api.as("supervisor")
                .get("/v1/appeals/" + id)
                .then()
                .body("breached", equalTo(false))
                .body("clocks.find { it.clock == 'EVALUATION' }.state", equalTo("STOPPED"))
                .body("clocks.find { it.clock == 'EVALUATION' }.met", nullValue());
    }

    @Test
    void whatTheEnterpriseClosesWithoutARatingIsSaidSo() {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        appeal.does(AnAppeal.ENTERPRISE, "close", null)
                .then()
                .statusCode(200)
                .body("evaluation", equalTo("CLOSED_UNRATED"));

        // Then
        assertEquals(List.of("CLOSED_UNRATED"), evaluations());
    }

    private void over(UUID id) {
        stored.change(id, "2026-09-18T17:00", change -> escalation.fire(change.appeal(), change.now()));
    }

    private static AnAppeal answered(AnAppeal appeal) {
        AnAppeal.contacted(appeal);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
        return appeal;
    }

    private static List<String> evaluations() {
        return texts("SELECT data::jsonb ->> 'evaluation' FROM event_log WHERE type = 'appeal.closed.v1'");
    }
}
