package org.pengjiang.project.registry;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class BadInputTest {
    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void everyContradictionIsNamedAtOnceAndNothingIsKept() {
        // Given
        Map<String, Object> facts = AProject.facts("100.00", AProject.investor("范例甲有限公司"));
        facts.put("divisionCode", "440704");
        facts.put("industry", Map.of("chainCode", "NO_SUCH", "industryCode", "Z9"));
        facts.put(
                "money",
                Map.of("plannedTotalYuan", "100.00", "plannedFixedYuan", "200.00", "plannedEquipmentYuan", "300.00"));
        facts.put("plan", Map.of("plannedSignOn", "2026-11-01", "plannedStartOn", "2026-10-01"));
        facts.put("kind", "EXPANSION");

        // When
        Response refused = AProject.CAPTAIN.post("/v1/projects", facts);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "DIVISION_OUT_OF_SCOPE",
                                "CHAIN_UNKNOWN",
                                "INDUSTRY_CODE_SHAPE",
                                "FIXED_ABOVE_TOTAL",
                                "EQUIPMENT_ABOVE_FIXED",
                                "PLAN_DATES_DECREASE",
                                "PARENT_MISSING"));
        assertEquals(0, Log.count("SELECT count(*) FROM project"));
    }

    @Test
    void anInvestorWhomNobodyKnowsIsNamedByHisPlaceAmongThoseWhoAreKnown() {
        // Given
        Map<String, Object> facts = AProject.facts("60000000.00", "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5aff");
        String known = AProject.investor("范例已知有限公司");
        facts.put(
                "investors",
                List.of(
                        Map.of("investorId", known, "controller", true),
                        Map.of("investorId", "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5aff", "controller", false)));

        // When
        Response refused = AProject.CAPTAIN.post("/v1/projects", facts);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("INVESTOR_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/investors/1/investorId"));
    }

    @Test
    void sharesThatAreNotWholeAndTeamsThatAreNotKnownAreRefused() {
        // Given
        AProject project = AProject.registered("60000000.00");
        Map<String, Object> half =
                Map.of("teamId", KnownTeams.T01, "role", "HOST", "basisPoints", 5000, "overlay", false);
        Map<String, Object> stranger = Map.of(
                "teamId",
                "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5aff",
                "role",
                "HOST",
                "basisPoints",
                5000,
                "overlay",
                false);

        // When
        Response notWhole =
                AProject.CAPTAIN.put(project.path() + "/shares", Map.of("shares", List.of(half)), project.etag());
        Response unknown = AProject.CAPTAIN.put(
                project.path() + "/shares", Map.of("shares", List.of(half, stranger)), project.etag());

        // Then
        notWhole.then().statusCode(422).body("errors.code", hasItems("SHARES_NOT_WHOLE"));
        unknown.then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/shares/1/teamId"));
    }

    @Test
    void whatStandsTwiceIsRefusedWithItsPlace() {
        // Given
        AProject project = AProject.underReview("60000000.00");
        String department = AProject.DEPARTMENT_CODE;

        // When
        Response tags = AProject.CAPTAIN.post(
                "/v1/investors",
                Map.of("name", "范例有限公司", "country", "CN", "tags", List.of("STATE", "LISTED", "STATE", "STATE")));
        Response departments = AProject.OFFICE.post(
                project.path() + "/admission", Map.of("departments", List.of(department, "Ａ", department + " ")));

        // Then
        tags.then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/tags/2", "/tags/3")))
                .body("errors.code", equalTo(List.of("TAG_TWICE", "TAG_TWICE")));
        departments
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/departments/2")))
                .body("errors.code", equalTo(List.of("DEPARTMENT_TWICE")));
    }

    @Test
    void aRefusedShapeShowsAValueThatFits() {
        // When
        Response country = AProject.CAPTAIN.post("/v1/investors", Map.of("name", "范例有限公司", "country", "China"));
        Response letters = AProject.OFFICE.get("/v1/projects?division=x");
        Response digits = AProject.OFFICE.get("/v1/projects?division=44070");

        // Then
        country.then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/country")))
                .body("errors.detail", equalTo(List.of("须按此示例填写： CN")));
        letters.then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("query:division")))
                .body("errors[0].detail", endsWith("440703"));
        digits.then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("query:division")))
                .body("errors.code", equalTo(List.of("DIVISION_CODE_SHAPE")));
    }

    @Test
    void aCreditCodeThatFailsItsCheckNeedsAReasonAndASecondPerson() {
        // Given
        Map<String, Object> failing =
                Map.of("name", "范例特批有限公司", "country", "CN", "idType", "USCC", "idNo", "91440703MA00000078");
        Map<String, Object> withReason = new java.util.HashMap<>(failing);
        withReason.put("overrideReason", "范例：执照原件如此");

        // When
        Response refused = AProject.OFFICE.post("/v1/investors", failing);
        Response pending = AProject.OFFICE.post("/v1/investors", withReason);
        String path = "/v1/investors/" + pending.path("id");
        Response own = AProject.OFFICE.post(path + "/confirm-override", null, pending.header("ETag"));
        Response second = AProject.OFFICE_2.post(path + "/confirm-override", null, pending.header("ETag"));

        // Then
        refused.then().statusCode(422).body("errors[0].code", equalTo("USCC_CHECK_DIGIT"));
        pending.then().statusCode(201).body("overridePending", equalTo(true));
        own.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        second.then().log().ifValidationFails().statusCode(200).body("overridePending", equalTo(false));
    }

    @Test
    void aPatchChangesWhatItNamesAndLeavesBeforeAndAfterInTheTimeline() {
        // Given
        AProject project = AProject.registered("60000000.00");

        // When
        Response patched = AProject.CAPTAIN.patch(
                project.path(), Map.of("name", "范例新名称", "output", Map.of("jobs", 450)), project.etag());

        // Then
        patched.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", equalTo("范例新名称"))
                .body("output.jobs", equalTo(450));
        AProject.OFFICE
                .get(project.path() + "/timeline")
                .then()
                .statusCode(200)
                .body("items[1].type", equalTo("project.facts-changed.v1"))
                .body("items[1].data.changes.find { it.fact == 'output.jobs' }.before", equalTo("300"))
                .body("items[1].data.changes.find { it.fact == 'output.jobs' }.after", equalTo("450"));
    }

    @Test
    void aKnownVersionIsNotSentAgain() {
        // Given
        AProject project = AProject.registered("60000000.00");

        // When
        Response again = AProject.OFFICE
                .request()
                .header("If-None-Match", project.etag())
                .get(project.path());

        // Then
        again.then().statusCode(304);
    }

    @Test
    void listsFilterByStageTeamDivisionAndTextAndGoOnByCursor() {
        // Given
        AProject first = AProject.negotiating("60000000.00");
        AProject second = AProject.registered("60000000.00");
        String name = second.read().path("name");

        // When
        Response page = AProject.OFFICE.get("/v1/projects?limit=1");
        String next = page.path("next");

        // Then
        page.then().body("items[0].id", equalTo(second.id));
        AProject.OFFICE.get("/v1/projects?limit=1&cursor=" + next).then().body("items[0].id", equalTo(first.id));
        AProject.OFFICE.get("/v1/projects?stage=NEGOTIATING").then().body("items.id", equalTo(List.of(first.id)));
        AProject.OFFICE.get("/v1/projects?team=" + KnownTeams.T01).then().body("items.id", equalTo(List.of(first.id)));
        AProject.OFFICE.get("/v1/projects?division=440703102").then().body("items", hasSize(0));
        AProject.OFFICE
                .request()
                .urlEncodingEnabled(true)
                .queryParam("q", name.substring(2))
                .get("/v1/projects")
                .then()
                .body("items.id", equalTo(List.of(second.id)));
        AProject.OFFICE
                .get("/v1/projects?limit=1&stage=LEAD&cursor=" + next)
                .then()
                .statusCode(400);
        AProject.OFFICE.get("/v1/projects?nosuch=1").then().statusCode(400);
    }
}
