package org.pengjiang.appeal.policies;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Time policies and catalogues are proposed by one person, confirmed by another, and chosen by the day of receipt. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PublishingAPolicyTest {
    private static final String POLICIES = "/v1/time-policies";
    private static final String CATALOGUE = "/v1/categories/versions";
    private static final String DOCUMENT = "演示文号〔2026〕3号";

    private final Api admin = Api.as(Persona.of("a-province-administrator", "44", "ADMIN"));
    private final Api leader = Api.as(Persona.of("a-province-leader", "44", "LEADER"));

    @Inject
    TimePolicies policies;

    @Inject
    Categories categories;

    @Inject
    TimeContexts times;

    @Inject
    StoredAppeals appeals;

    @BeforeEach
    void asMigrated() {
        Database.reset();
        policies.forget();
    }

    @AfterEach
    void forget() {
        Database.reset();
        policies.forget();
    }

    @Test
    void aPolicyIsConfirmedByASecondPersonAndHoldsForWhatIsReceivedFromItsDayOn() {
        // Given
        Known.district();
        appeals.filed("2026-09-18T17:00");
        List<Map<String, Object>> targets = targetsInForce();
        change(targets, "P3", "RESOLVE", 3);

        // When
        Response proposed = admin.post(POLICIES, policy("PJ-2027", "2027-01-01", targets));

        // Then
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("kind", equalTo("TIME_POLICY"))
                .body("effect.follows", equalTo("PJ-2026-12"))
                .body("effect.openClocks", equalTo(0))
                .body("effect.changes", hasSize(1))
                .body("effect.changes[0].before", equalTo("4 WORKING_DAYS_END"))
                .body("effect.changes[0].after", equalTo("3 WORKING_DAYS_END"));
        assertEquals("PJ-2026-12", received("2027-01-01T00:00:00+08:00"));
        admin.post(proposed.header("Location") + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(403)
                .body("code", equalTo("FOUR_EYES"));
        Publishing.confirmed(leader, proposed);
        assertEquals("PJ-2027", received("2027-01-01T00:00:00+08:00"));
        assertEquals("PJ-2026-12", received("2026-12-31T23:59:59+08:00"));
        assertEquals(
                policies.version("PJ-2026-12").targets().size(),
                policies.version("PJ-2027").targets().size(),
                "also whole days");
        admin.post(POLICIES, policy("PJ-2027", "2027-01-01", targets))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("POLICY_VERSION_KNOWN")));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        // Given
        List<Map<String, Object>> targets = targetsInForce();
        change(targets, "P2", "LIMIT", 3);
        change(targets, "P4", "SIGN", 60);
        targets.removeIf(target -> is(target, "P1", "CONTACT"));
        Map<String, Object> unsound = new HashMap<>(targets.getFirst());
        unsound.putAll(Map.of("amount", 0, "category", "Q17", "unit", "WORKING_MINUTES", "rollForward", true));

        // When
        Response contradiction = admin.post(POLICIES + "/preview", policy("PJ-2027", "2027-01-01", targets));
        Response faults = admin.post(POLICIES + "/preview", policy("PJ-2026", "2020-01-01", List.of(unsound)));

        // Then
        contradiction
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems("POLICY_CEILING_PASSED", "POLICY_STEPS_DO_NOT_FIT", "POLICY_TARGET_MISSING"))
                .body("errors.detail", hasItem(containsString("P2")));
        faults.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/version",
                                "/validFrom",
                                "/targets/0/category",
                                "/targets/0/amount",
                                "/targets/0/rollForward"));
    }

    @Test
    void noUnitHasLongerThanTheEnterpriseWasPromised() {
        // Given
        List<Map<String, Object>> targets = targetsInForce();
        Map<String, Object> shorter = new HashMap<>(of(targets, "P4", "CONTACT"));
        shorter.putAll(Map.of("clock", "UNIT_CONTACT", "amount", 10, "unit", "WORKING_MINUTES"));
        Map<String, Object> longer = new HashMap<>(of(targets, "P3", "RESOLVE"));
        longer.putAll(Map.of("clock", "UNIT_RESOLVE", "amount", 30));
        targets.addAll(List.of(shorter, longer));

        // When
        Response refused = admin.post(POLICIES + "/preview", policy("PJ-2027", "2027-01-01", targets));

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("POLICY_ORDER_BROKEN")))
                .body("errors.detail", everyItem(containsString("P3")));
    }

    @Test
    void noStatuteIsForgotten() {
        // Given: arrears owed to small enterprises are answered in 10 working days, whatever the class allows
        List<Map<String, Object>> targets = targetsInForce();
        assertTrue(targets.removeIf(target -> "C04".equals(target.get("category"))));

        // When
        Response policy = admin.post(POLICIES + "/preview", policy("PJ-2027", "2027-01-01", targets));
        Response catalogue = admin.post(CATALOGUE + "/preview", catalogue(arrears("P4"), List.of()));

        // Then
        policy.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("POLICY_CEILING_PASSED")))
                .body("errors[0].detail", containsString("S C04"));
        catalogue
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/categories/0/timeClass")))
                .body("errors.code", equalTo(List.of("POLICY_CEILING_PASSED")))
                .body("errors[0].detail", containsString("P4 C04"));
        admin.post(CATALOGUE + "/preview", catalogue(arrears("S"), List.of()))
                .then()
                .statusCode(200);
    }

    @Test
    void aVersionThatHasNotBegunIsReplacedFromTheSameDayOn() {
        // Given
        List<Map<String, Object>> targets = targetsInForce();
        change(targets, "P3", "RESOLVE", 2);
        Publishing.confirmed(leader, admin.post(POLICIES, policy("PJ-2027", "2027-01-01", targets)));
        Publishing.confirmed(leader, admin.post(CATALOGUE, catalogue("2027-01-01", "A05")));

        // When
        change(targets, "P3", "RESOLVE", 3);
        Response policy = admin.post(POLICIES, policy("PJ-2027-B", "2027-01-01", targets));
        Publishing.confirmed(leader, policy);
        Publishing.confirmed(leader, admin.post(CATALOGUE, catalogue("2027-01-01", "F01")));

        // Then
        policy.then()
                .body("effect.follows", equalTo("PJ-2027"))
                .body("effect.changes[0].before", equalTo("2 WORKING_DAYS_END"));
        assertEquals("PJ-2027-B", received("2027-01-01T00:00:00+08:00"));
        assertEquals(
                policies.version("PJ-2026-12").rungs(),
                policies.version("PJ-2027-B").rungs());
        assertEquals(true, categories.find("F01", LocalDate.of(2027, 1, 1)).isEmpty());
        admin.post(POLICIES + "/preview", policy("PJ-2030", "2030-01-01", targets))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/validFrom")))
                .body("errors.code", equalTo(List.of("VERSION_TOO_FAR_AHEAD")));
        admin.post(CATALOGUE + "/preview", catalogue("2030-01-01", "A01"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("VERSION_TOO_FAR_AHEAD")));
    }

    @Test
    void someCategoryStays() {
        admin.post(
                        CATALOGUE + "/preview",
                        catalogue(List.of(), admin.get("/v1/categories").path("code")))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/retired")))
                .body("errors.code", equalTo(List.of("CATALOGUE_EMPTY")));
    }

    private static List<Map<String, Object>> arrears(String timeClass) {
        return List.of(Map.of(
                "code",
                "C04",
                "nameZh",
                "拖欠账款（范例）",
                "nameEn",
                "Arrears (fictional)",
                "timeClass",
                timeClass,
                "rated",
                true));
    }

    @Test
    void whatIsOneForAllDistrictsIsPublishedAtTheRoot() {
        Api.as("admin")
                .post(POLICIES, policy("PJ-2027", "2027-01-01", targetsInForce()))
                .then()
                .statusCode(403)
                .body("code", equalTo("PUBLICATION_NOT_OWN"));
        Api.as("admin")
                .post(CATALOGUE, catalogue("2027-01-01", "A05"))
                .then()
                .statusCode(403)
                .body("code", equalTo("PUBLICATION_NOT_OWN"));
        leader.post(POLICIES, policy("PJ-2027", "2027-01-01", targetsInForce()))
                .then()
                .statusCode(403);
    }

    @Test
    void aCatalogueAddsChangesAndRetiresAndHoldsByTheDayOfReceipt() {
        // Given
        int before = categories.inForce().size();

        // When
        Response proposed = admin.post(CATALOGUE, catalogue("2027-01-01", "A05"));

        // Then
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("effect.added", equalTo(List.of("Z01")))
                .body("effect.changed", equalTo(List.of("A04")))
                .body("effect.retired", equalTo(List.of("A05")))
                .body("effect.changes.code", equalTo(List.of("Z01", "A04")))
                .body("effect.changes[0].timeClassBefore", nullValue())
                .body("effect.changes[1].timeClassBefore", equalTo("P3"))
                .body("effect.changes[1].timeClassAfter", equalTo("P3"))
                .body("effect.changes[1].limitAfter", containsString("10 WORKING_DAYS_END"))
                .body("effect.changes[1].ratedBefore", equalTo(true))
                .body("effect.openAppeals", equalTo(0));
        Publishing.confirmed(leader, proposed);
        LocalDate day = LocalDate.of(2027, 1, 1);
        assertEquals(before, categories.inForce(day).size());
        assertEquals("Z01", categories.inForce(day).getLast().code());
        assertEquals("改名（范例）", categories.find("A04", day).orElseThrow().nameZh());
        assertEquals(true, categories.find("A05", day).isEmpty());
        assertEquals(true, categories.find("A05", day.minusDays(1)).isPresent());
        assertEquals(
                texts("SELECT code || term FROM category_term WHERE version = 1 AND code <> 'A05' ORDER BY 1"),
                texts("SELECT code || term FROM category_term WHERE version = 2 ORDER BY 1"));
        admin.get("/v1/categories").then().body("code", not(hasItem("Z01")));
        admin.post(CATALOGUE, catalogue("2026-12-31", "Z77"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/validFrom", "/retired/0")));
    }

    private static Map<String, Object> catalogue(String validFrom, String retired) {
        Map<String, Object> added = Map.of(
                "code", "Z01", "nameZh", "范例类别", "nameEn", "A category (fictional)", "timeClass", "P3", "rated", true);
        Map<String, Object> changed = Map.of(
                "code", "A04", "nameZh", "改名（范例）", "nameEn", "Renamed (fictional)", "timeClass", "P3", "rated", true);
        return catalogue(validFrom, List.of(added, changed), List.of(retired));
    }

    private static Map<String, Object> catalogue(List<Map<String, Object>> changed, List<String> retired) {
        return catalogue("2027-01-01", changed, retired);
    }

    private static Map<String, Object> catalogue(
            String validFrom, List<Map<String, Object>> changed, List<String> retired) {
        return Map.of("validFrom", validFrom, "documentNo", DOCUMENT, "categories", changed, "retired", retired);
    }

    private String received(String moment) {
        Instant received = OffsetDateTime.parse(moment).toInstant();
        return times.filing(received, received).policy().version();
    }

    private List<Map<String, Object>> targetsInForce() {
        List<Map<String, Object>> targets = admin.get(POLICIES).path("find { it.version == 'PJ-2026-12' }.targets");
        List<Map<String, Object>> changeable = new ArrayList<>();
        for (Map<String, Object> target : targets) {
            Map<String, Object> copy = new HashMap<>(target);
            copy.values().removeIf(""::equals);
            changeable.add(copy);
        }
        return changeable;
    }

    private static void change(List<Map<String, Object>> targets, String timeClass, String clock, int amount) {
        targets.stream().filter(target -> is(target, timeClass, clock)).forEach(target -> target.put("amount", amount));
    }

    private static Map<String, Object> of(List<Map<String, Object>> targets, String timeClass, String clock) {
        return targets.stream()
                .filter(target -> is(target, timeClass, clock))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(Map<String, Object> target, String timeClass, String clock) {
        return target.get("timeClass").equals(timeClass) && target.get("clock").equals(clock);
    }

    private static Map<String, Object> policy(String version, String validFrom, List<Map<String, Object>> targets) {
        return Map.of(
                "version", version,
                "validFrom", validFrom,
                "documentNo", DOCUMENT,
                "note", "范例说明",
                "targets", targets);
    }
}
