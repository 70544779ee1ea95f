package org.pengjiang.appeal.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** The dispatch directory, and what it would say of an appeal. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class DispatchDirectoryTest {
    private static final Api DISPATCHER = Api.as("dispatcher");
    private static final String RULES = "/v1/dispatch-rules";
    private static final String TODAY = "2026-09-18";
    private static final String LATER = "2026-10-01";

    @BeforeEach
    void knowTheUnits() {
        Database.reset();
        Neighbours.unit("440703-ZR", "440703", "DEPARTMENT");
        Neighbours.unit("440703-FW", "440703", "OTHER");
        Neighbours.unit("440703101", "440703101", "TOWN");
    }

    @Test
    void theNarrowerAreaGoesFirst() {
        // Given
        entered("440703", "A01", "440703-ZR", TODAY);
        String town = entered("440703101", "A01", "440703101", TODAY).path("id");

        // Then
        preview("A01", "440703101").body("outcome", equalTo("UNIT")).body("ruleId", equalTo(town));
        preview("A01", "440703102")
                .body("accountableUnit", equalTo("440703-ZR"))
                .body("because", equalTo("按派单目录由单位440703-ZR办理。"))
                .body("steps.asked", equalTo(List.of("PROJECT", "DIRECTORY")))
                .body("steps.hit", equalTo(List.of(false, true)));
        preview("A02", "440703102")
                .body("outcome", equalTo("NOBODY"))
                .body("accountableUnit", nullValue())
                .body("steps[1].says", equalTo("派单目录对A02类诉求在440703102, 440703, 4407, 44均无规定。"));
        assertEquals(0, rows("SELECT count(*) FROM appeal"));
    }

    @Test
    void theProjectsSpecialClassGoesBeforeTheDirectory() {
        // Given
        entered("440703", "A01", "440703-ZR", TODAY);
        UUID project = Neighbours.project("440703101", StoredAppeal.ENTERPRISE);
        UUID specialClass = Neighbours.openClass(project, "440703101", "440703101", "l", "h", List.of());
        UUID without = Neighbours.project("440703101", StoredAppeal.ENTERPRISE);

        // When
        Response ofClass = DISPATCHER
                .request()
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of("category", "A01", "projectId", project))
                .post(RULES + "/preview");

        // Then
        ofClass.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("outcome", equalTo("SPECIAL_CLASS"))
                .body("classId", equalTo(specialClass.toString()))
                .body("accountableUnit", equalTo("440703101"))
                .body("ruleId", nullValue())
                .body("steps[0].says", equalTo("Project P-440703-2026-0001 has an open special class."))
                .body(
                        "because",
                        equalTo("The project's special class handles it; its lead unit 440703101 answers for it."));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "projectId", without))
                .then()
                .body("outcome", equalTo("UNIT"))
                .body("accountableUnit", equalTo("440703-ZR"));
    }

    @Test
    void everyFaultOfARuleIsNamedAtOnceAndNothingIsKept() {
        // When
        Response refused = DISPATCHER.post(RULES, rule("440704", "Q17", "NO-SUCH", "2026-09-17", "2026-09-01"));

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "DIVISION_OUT_OF_SCOPE",
                                "CATEGORY_UNKNOWN",
                                "UNIT_UNKNOWN",
                                "DATE_PAST",
                                "LAST_DAY_BEFORE_FIRST"));
        DISPATCHER
                .post(RULES, rule("440703", "A01", "440703101", TODAY, null))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("UNIT_OUT_OF_AREA")));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("DIVISION_MISSING")));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "Q17", "projectId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.code", hasItems("CATEGORY_UNKNOWN", "PROJECT_UNKNOWN"));
        assertEquals(0, rows("SELECT count(*) FROM dispatch_rule"));
    }

    @Test
    void twoUnitsForOneCategoryInOneAreaOnOneDayAreRefused() {
        // Given
        entered("440703", "A01", "440703-ZR", TODAY);

        // When
        Response same = DISPATCHER.post(RULES, rule("440703", "A01", "440703-FW", LATER, null));

        // Then
        same.then().log().ifValidationFails().statusCode(409).body("code", equalTo("DISPATCH_RULE_EXISTS"));
        entered("440703", "A02", "440703-FW", TODAY);
        entered("440703102", "A01", "440703-FW", TODAY);
    }

    @Test
    void anEndedRuleMakesWayForTheNext() {
        // Given
        Response first = entered("440703", "A01", "440703-ZR", TODAY);
        String path = RULES + "/" + first.path("id");

        // When
        Response ended = DISPATCHER.post(path + "/end", Map.of("lastDay", TODAY), first.header("ETag"));

        // Then
        ended.then().log().ifValidationFails().statusCode(200).body("validTo", equalTo(TODAY));
        entered("440703", "A01", "440703-FW", "2026-09-19");
        preview("A01", "440703").body("accountableUnit", equalTo("440703-ZR"));
        assertEquals(
                List.of("440703-ZR"),
                DISPATCHER.get(RULES + "?category=A01&on=" + TODAY).path("items.unitCode"));
        assertEquals(
                List.of("440703-FW"),
                DISPATCHER.get(RULES + "?category=A01&on=" + LATER).path("items.unitCode"));
        DISPATCHER.get(path).then().statusCode(200).header("ETag", equalTo(ended.header("ETag")));
    }

    @Test
    void aRuleThatHasNotBegunCanBeTakenBackAndOnePastNeither() {
        // Given
        Response coming = entered("440703", "A01", "440703-ZR", LATER);
        Response begun = entered("440703", "A02", "440703-ZR", TODAY);
        Known.write(
                "UPDATE dispatch_rule SET valid_from = '2026-09-10' WHERE id = ?", UUID.fromString(begun.path("id")));

        // When
        Response never = DISPATCHER.post(
                RULES + "/" + coming.path("id") + "/end", Map.of("lastDay", TODAY), coming.header("ETag"));
        Response past = DISPATCHER.post(
                RULES + "/" + begun.path("id") + "/end", Map.of("lastDay", "2026-09-17"), begun.header("ETag"));

        // Then
        never.then().log().ifValidationFails().statusCode(200).body("validTo", equalTo("2026-09-30"));
        DISPATCHER
                .post(
                        RULES + "/" + coming.path("id") + "/replace",
                        Map.of("unitCode", "440703-FW"),
                        never.header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISPATCH_RULE_OVER"));
        entered("440703", "A01", "440703-FW", LATER);
        past.then().statusCode(422).body("errors.code", equalTo(List.of("DATE_PAST")));
        DISPATCHER
                .post(RULES + "/" + begun.path("id") + "/end", Map.of("lastDay", LATER))
                .then()
                .statusCode(428);
    }

    @Test
    void aMistakeOfTodayIsCorrectedToday() {
        // Given
        Response wrong = entered("440703", "A01", "440703-ZR", TODAY);
        Known.write(
                "UPDATE dispatch_rule SET begins_at = '2026-09-18 08:00+08' WHERE id = ?",
                UUID.fromString(wrong.path("id")));

        // When
        DISPATCHER
                .post(RULES + "/" + wrong.path("id") + "/end", Map.of("lastDay", "2026-09-17"), wrong.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("validTo", equalTo(TODAY));

        // Then: it has applied until now
        assertEquals(1, rows("SELECT count(*) FROM dispatch_rule WHERE ends_at > begins_at"));
        entered("440703", "A01", "440703-FW", TODAY);
        preview("A01", "440703").body("accountableUnit", equalTo("440703-FW"));
    }

    @Test
    void anotherUnitAnswersFromNowOnByOneCommand() {
        // Given: wrong since days ago
        Response wrong = entered("440703", "A01", "440703-ZR", TODAY);
        Known.write(
                "UPDATE dispatch_rule SET valid_from = '2026-09-10' WHERE id = ?", UUID.fromString(wrong.path("id")));
        String path = RULES + "/" + wrong.path("id");

        // When
        Response replaced = DISPATCHER.post(path + "/replace", Map.of("unitCode", "440703-FW"), wrong.header("ETag"));

        // Then
        replaced.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("unitCode", equalTo("440703-FW"))
                .body("validFrom", equalTo(TODAY))
                .body("validTo", nullValue());
        DISPATCHER.get(path).then().body("validTo", equalTo(TODAY)).body("endsAt", equalTo(replaced.path("beginsAt")));
        preview("A01", "440703").body("accountableUnit", equalTo("440703-FW"));
        DISPATCHER
                .post(
                        path + "/replace",
                        Map.of("unitCode", "440703-ZR"),
                        DISPATCHER.get(path).header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISPATCH_RULE_OVER"));
        // and the correction is corrected on the same day
        DISPATCHER
                .post(
                        replaced.header("Location") + "/replace",
                        Map.of("unitCode", "440703-ZR"),
                        replaced.header("ETag"))
                .then()
                .statusCode(201);
        preview("A01", "440703").body("accountableUnit", equalTo("440703-ZR"));
    }

    @Test
    void aRuleIsReplacedFromALaterMomentOnForTheRestOfItsTime() {
        // Given
        Response rule = DISPATCHER.post(RULES, rule("440703", "A01", "440703-ZR", TODAY, "2026-12-31"));
        String path = RULES + "/" + rule.path("id") + "/replace";

        // When
        Response past =
                DISPATCHER.post(path, replacement("440703-FW", "2026-09-18T08:00:00+08:00"), rule.header("ETag"));
        Response over =
                DISPATCHER.post(path, replacement("440703-FW", "2027-01-01T00:00:00+08:00"), rule.header("ETag"));
        Response unknown =
                DISPATCHER.post(path, replacement("440703101", LATER + "T10:00:00+08:00"), rule.header("ETag"));
        Response later =
                DISPATCHER.post(path, replacement("440703-FW", LATER + "T10:00:00+08:00"), rule.header("ETag"));

        // Then
        past.then().statusCode(422).body("errors.pointer", equalTo(List.of("/beginsAt")));
        over.then().statusCode(422).body("errors.code", equalTo(List.of("DISPATCH_RULE_ENDS_SOONER")));
        unknown.then().statusCode(422).body("errors.code", equalTo(List.of("UNIT_OUT_OF_AREA")));
        later.then().log().ifValidationFails().statusCode(201).body("validTo", equalTo("2026-12-31"));
        preview("A01", "440703").body("accountableUnit", equalTo("440703-ZR"));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "divisionCode", "440703", "on", LATER))
                .then()
                .body("accountableUnit", equalTo("440703-FW"));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "divisionCode", "440703", "on", "2027-01-01"))
                .then()
                .body("outcome", equalTo("NOBODY"));
    }

    private static Map<String, Object> replacement(String unit, String beginsAt) {
        return Map.of("unitCode", unit, "beginsAt", beginsAt);
    }

    @Test
    void theDirectoryIsPreparedForACategoryThatComes() {
        // Given
        Api leader = Api.as(Persona.of("a-province-leader", "44", "LEADER"));
        Response catalogue = Api.as(Persona.of("a-province-administrator", "44", "ADMIN"))
                .post(
                        "/v1/categories/versions",
                        Map.of(
                                "validFrom",
                                LATER,
                                "documentNo",
                                "演示文号〔2026〕1号",
                                "categories",
                                List.of(Map.of(
                                        "code",
                                        "Z01",
                                        "nameZh",
                                        "范例",
                                        "nameEn",
                                        "Fictional",
                                        "timeClass",
                                        "P3",
                                        "rated",
                                        true)),
                                "retired",
                                List.of("A02")));
        Publishing.confirmed(leader, catalogue);

        // Then
        entered("440703", "Z01", "440703-ZR", LATER);
        entered("440703", "A02", "440703-ZR", TODAY);
        for (Map<String, Object> rule : List.of(
                rule("440703101", "Z01", "440703-ZR", "2026-09-30", null),
                rule("440703101", "A02", "440703-ZR", LATER, null))) {
            DISPATCHER
                    .post(RULES, rule)
                    .then()
                    .statusCode(422)
                    .body("errors.code", equalTo(List.of("CATEGORY_UNKNOWN")));
        }
    }

    @Test
    void aRuleOfTheCityIsSeenWhereItDecides() {
        // Given
        Neighbours.unit("4407-DB", "4407", "DEPARTMENT");
        Api city = Api.as(Persona.of("a-city-dispatcher", "4407", "DISPATCHER"));
        Response rule = city.post(RULES, rule("4407", "A01", "4407-DB", TODAY, null));
        rule.then().log().ifValidationFails().statusCode(201);

        // Then
        String path = rule.header("Location");
        preview("A01", "440703").body("ruleId", equalTo(rule.path("id")));
        DISPATCHER.get(path).then().statusCode(200).body("divisionCode", equalTo("4407"));
        assertEquals(List.of("4407-DB"), DISPATCHER.get(RULES).path("items.unitCode"));
        DISPATCHER
                .post(path + "/end", Map.of("lastDay", TODAY), rule.header("ETag"))
                .then()
                .statusCode(404);
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "divisionCode", "4407"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("DIVISION_TOO_WIDE")));
    }

    @Test
    void endingARuleNeverMakesItLonger() {
        // Given
        Response rule = entered("440703", "A01", "440703-ZR", TODAY);
        String end = RULES + "/" + rule.path("id") + "/end";
        Response ended = DISPATCHER.post(end, Map.of("lastDay", LATER), rule.header("ETag"));

        // Then
        DISPATCHER
                .post(end, Map.of("lastDay", "2030-12-31"), ended.header("ETag"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("DISPATCH_RULE_ENDS_SOONER")));
        DISPATCHER
                .post(end, Map.of("lastDay", TODAY), ended.header("ETag"))
                .then()
                .statusCode(200)
                .body("validTo", equalTo(TODAY));
    }

    @Test
    void aPreviewAsksWhereFilingWouldAskAndTellsNothingOfANeighboursProject() {
        // Given
        entered("440703102", "A01", "440703-FW", TODAY);
        UUID project = Neighbours.project("440703101", StoredAppeal.ENTERPRISE);
        UUID elsewhere = Neighbours.project("440704", StoredAppeal.ENTERPRISE);

        // Then
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "projectId", project, "divisionCode", "440703102"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("DIVISION_NOT_OF_PROJECT")));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "projectId", project, "divisionCode", "440703"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NOBODY"));
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "projectId", elsewhere, "divisionCode", "440703"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PROJECT_UNKNOWN")));
        Known.write("UPDATE known_project SET division = NULL WHERE id = ?", project);
        DISPATCHER
                .post(RULES + "/preview", Map.of("category", "A01", "projectId", project, "divisionCode", "440703"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PROJECT_UNKNOWN")));
    }

    @Test
    void whoEnteredARuleStandsInTheLog() {
        // Given
        entered("440703", "A01", "440703-ZR", TODAY);

        // Then
        assertEquals(
                1,
                rows(
                        "SELECT count(*) FROM event_log WHERE type = 'dispatch-rule.entered.v1' AND actor_role = 'DISPATCHER'"
                                + " AND published_version IS NULL"));
        Api.as("auditor").get("/v1/admin/audit/verify").then().statusCode(200).body("intact", equalTo(true));
    }

    @Test
    void rulesAreOfOnesDivisionAndForThoseWhoDispatch() {
        // Given
        Response rule = entered("440703", "A01", "440703-ZR", TODAY);
        String path = RULES + "/" + rule.path("id");

        // Then
        assertEquals(404, Api.as("other-district-clerk").get(path).statusCode());
        assertEquals(200, Api.as("unit-clerk").get(path).statusCode(), "it decides in their town");
        assertEquals(List.of(), Api.as("other-district-clerk").get(RULES).<List<?>>path("items"));
        assertEquals(403, Api.as("enterprise").get(RULES).statusCode());
        assertEquals(
                403,
                Api.as("unit-head")
                        .post(RULES, rule("440703", "A02", "440703-ZR", TODAY, null))
                        .statusCode());
        assertEquals(
                201,
                Api.as("admin")
                        .post(RULES, rule("440703", "A02", "440703-ZR", TODAY, null))
                        .statusCode());
        Api.as("unit-clerk")
                .post(RULES + "/preview", Map.of("category", "A01", "divisionCode", "440703"))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("DIVISION_OUT_OF_SCOPE"));
    }

    @Test
    void theCategoriesAreForEverybodyAndSayThatTheyAreAnAssumption() {
        Response categories = Api.as("enterprise").get("/v1/categories");

        categories
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("", hasSize(20))
                .body("[0].code", equalTo("A01"))
                .body("[0].nameZh", equalTo("用地规划"))
                .body("[0].timeClass", equalTo("P4"))
                .body("assumption", hasItem(true))
                .body("find { it.code == 'D02' }.rated", equalTo(false))
                .body("find { it.code == 'C04' }.timeClass", equalTo("S"))
                .body("[19].nameEn", notNullValue());
        assertEquals(401, Api.anonymous().get("/v1/categories").statusCode());
    }

    private static ValidatableResponse preview(String category, String division) {
        return DISPATCHER
                .post(RULES + "/preview", Map.of("category", category, "divisionCode", division))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static Response entered(String division, String category, String unit, String from) {
        Response entered = DISPATCHER.post(RULES, rule(division, category, unit, from, null));
        entered.then().log().ifValidationFails().statusCode(201);
        assertTrue(entered.header("Location").endsWith(entered.path("id")));
        return entered;
    }

    private static Map<String, Object> rule(String division, String category, String unit, String from, String to) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "divisionCode", division,
                "category", category,
                "unitCode", unit,
                "validFrom", from,
                "assumption", true));
        if (to != null) {
            rule.put("validTo", to);
        }
        return rule;
    }

    private static long rows(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
