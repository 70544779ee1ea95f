package org.pengjiang.project.admission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.settings.Settings;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** A district decides how long departments and second persons have, and how long a decision holds. It is 2026-11-20. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class TimeLimitsTest {
    private static final String LIMITS = "/v1/settings/time-limits";
    private static final Api ADMIN = Api.as("admin");

    @Inject
    Settings settings;

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void twoPeopleDecideThem() {
        // Given
        AProject.OFFICE
                .get("/v1/settings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", contains("time-limits"))
                .body("[0].decidedByTwo", equalTo(true))
                .body("[0].inForce.value.opinionWorkdays", equalTo(5));

        // When
        ADMIN.put(LIMITS, limits(0, 0, 366), "\"1\"")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/value/opinionWorkdays", "/value/decisionValidDays", "/value/confirmationDays"));
        Response proposed = ADMIN.put(LIMITS, limits(2, 90, 10), "\"1\"");

        // Then
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("decideBy", equalTo("2026-11-20T23:59:59+08:00"));
        String path = proposed.header("Location");
        assertEquals(
                List.of(path),
                AProject.LEADER.get("/v1/tasks?mine&kind=setting-to-confirm").path("items.link"));
        AProject.LEADER
                .post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(200);
        ADMIN.get(LIMITS)
                .then()
                .body("latestVersion", equalTo(2))
                .body("inForce.version", equalTo(1))
                .body("versions[0].effectiveFrom", equalTo("2026-11-21"));
    }

    @Test
    void whatIsAskedFromTheirDayOnFollowsThemAndNothingBefore() {
        // Given
        AProject before = AProject.underReview("80000000.00");
        ask(before);
        AProject after = AProject.underReview("80000000.00");
        AProject.OFFICE.get("/v1/threshold-policies").then().body("opinionWorkdays", contains(5));

        // When
        decided(2, 90, 10);

        // Then
        ask(after);
        assertEquals(
                List.of("2026-11-24T23:59:59+08:00", "2026-11-27T23:59:59+08:00"),
                AProject.DEPARTMENT.get("/v1/tasks?mine&kind=opinion-to-give").path("items.dueAt"));
        AProject.OFFICE.get("/v1/threshold-policies").then().body("opinionWorkdays", contains(2));
        AProject.DEPARTMENT
                .post(
                        after.path() + "/admission/opinions",
                        Map.of("department", AProject.DEPARTMENT_CODE, "verdict", "AGREE"))
                .then()
                .statusCode(200);
        AProject.OFFICE
                .post(
                        after.path() + "/admission/decision",
                        Map.of("decision", "PASS", "meetingNo", "范例1号"),
                        after.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("validUntil", equalTo("2027-02-18"));
        Response code = AProject.OFFICE.post(
                "/v1/investors",
                Map.of(
                        "name",
                        "范例失配企业有限公司",
                        "country",
                        "CN",
                        "idType",
                        "USCC",
                        "idNo",
                        "91440703MA00000001",
                        "overrideReason",
                        "范例"));
        code.then().statusCode(201).body("overrideConfirmBy", equalTo("2026-11-30T15:59:59Z"));
    }

    private static void ask(AProject project) {
        AProject.OFFICE
                .post(project.path() + "/admission", Map.of("departments", List.of(AProject.DEPARTMENT_CODE)))
                .then()
                .statusCode(201);
    }

    /** Proposed and confirmed; then its day comes. */
    private void decided(int opinion, int decision, int confirmation) {
        Response proposed = ADMIN.put(LIMITS, limits(opinion, decision, confirmation), "\"1\"");
        proposed.then().log().ifValidationFails().statusCode(202);
        AProject.LEADER
                .post(proposed.header("Location") + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(200);
        Log.tamper("UPDATE division_setting_version SET effective_from = '2026-11-20'");
        settings.forget();
    }

    private static Map<String, Object> limits(int opinion, int decision, int confirmation) {
        return Map.of(
                "value",
                Map.of("opinionWorkdays", opinion, "decisionValidDays", decision, "confirmationDays", confirmation),
                "effectiveFrom",
                "2026-11-21",
                "source",
                "范例决定");
    }
}
