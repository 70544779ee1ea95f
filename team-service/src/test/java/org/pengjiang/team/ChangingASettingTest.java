package org.pengjiang.team;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.team.testsupport.District.OFFICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.TeamStack;

@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class ChangingASettingTest {
    private static final Map<String, Object> POINTS =
            Map.of("mode", "POINTS", "greenFrom", "1.00", "yellowFrom", "0.70", "yellowFromPoints", "-30");

    private final Api admin = Api.as("admin");

    @BeforeEach
    void shipped() {
        Database.reset();
    }

    @Test
    void everySettingIsReadableAndSaysThatItIsAnAssumption() {
        Api.as("team-member")
                .get("/v1/settings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", hasItems("lights", "weights", "splits", "counting-rules", "cut-off", "line-defaults"))
                .body("inForce.assumption.every { it }", equalTo(true));
    }

    @Test
    void aDecisionIsANewVersionFromALaterDayOn() {
        // Given
        String etag = admin.get("/v1/settings/lights").header("ETag");
        // When
        Response changed = admin.put("/v1/settings/lights", change(POINTS, "2026-12-01"), etag);
        // Then
        changed.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("latestVersion", equalTo(2))
                .body("inForce.version", equalTo(1))
                .body("inForce.value.mode", equalTo("RATIO"))
                .body("versions[0].value.mode", equalTo("POINTS"))
                .body("versions[0].assumption", equalTo(false));
        admin.put("/v1/settings/lights", change(POINTS, "2026-12-02"), etag)
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2))
                .body("changes.type", equalTo(List.of("setting.changed.v1")))
                .body("changes.version", equalTo(List.of(2)));
        admin.put("/v1/settings/lights", change(POINTS, "2026-12-02"), changed.header("ETag"))
                .then()
                .statusCode(200)
                .body("latestVersion", equalTo(3));
    }

    @Test
    void ofTwoChangesOfOneVersionAtTheSameMomentOneIsMade() throws Exception {
        // Given
        String etag = admin.put(
                        "/v1/settings/lights",
                        change(POINTS, "2026-12-01"),
                        admin.get("/v1/settings/lights").header("ETag"))
                .header("ETag");
        for (int month = 1; month <= 6; month++) {
            String before = etag;
            String later = "2027-0" + month + "-20";
            String sooner = "2027-0" + month + "-10";

            // When
            List<Response> answers;
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                answers = two
                        .invokeAll(List.<Callable<Response>>of(
                                () -> admin.put("/v1/settings/lights", change(POINTS, later), before),
                                () -> admin.put("/v1/settings/lights", change(POINTS, sooner), before)))
                        .stream()
                        .map(Future::resultNow)
                        .toList();
            }

            // Then
            assertEquals(
                    List.of(200, 412),
                    answers.stream().map(Response::statusCode).sorted().toList());
            etag = admin.get("/v1/settings/lights").header("ETag");
        }
    }

    @Test
    void nothingChangesBackwards() {
        String etag = admin.get("/v1/settings/lights").header("ETag");
        admin.put("/v1/settings/lights", change(POINTS, "2026-11-20"), etag)
                .then()
                .statusCode(422)
                .body("code", equalTo("SETTING_NOT_LATER"));
        admin.get("/v1/settings/lights").then().body("latestVersion", equalTo(1));
    }

    @Test
    void everyFaultOfAValueIsNamedAtItsPlace() {
        refused("cut-off", Map.of("lastDayOfNextMonth", 31), "/value/lastDayOfNextMonth SETTING_RANGE");
        refused("cut-off", Map.of("lastDayOfNextMonth", 15.9), "/value/lastDayOfNextMonth VALUE_TYPE");
        refused("cut-off", Map.of("day", 3), "/value/day PROPERTY_UNKNOWN", "/value/lastDayOfNextMonth VALUE_MISSING");
        refused(
                "weights",
                Map.of("SIGNED_AMOUNT", 20000, "COUNT_100M", -10000),
                "/value/COUNT_100M SETTING_RANGE",
                "/value/SIGNED_AMOUNT SETTING_RANGE");
        refused(
                "weights",
                Map.of("SIGNED_AMOUNT", 5000.9, "COUNT_100M", 5000.9),
                "/value/COUNT_100M VALUE_TYPE",
                "/value/SIGNED_AMOUNT VALUE_TYPE");
        refused(
                "weights",
                Map.of("SIGNED_AMOUNT", Integer.MAX_VALUE, "COUNT_100M", Integer.MAX_VALUE, "NO_METRIC", 10002),
                "/value/COUNT_100M SETTING_RANGE",
                "/value/NO_METRIC SETTING_NAME",
                "/value/NO_METRIC SETTING_RANGE",
                "/value/SIGNED_AMOUNT SETTING_RANGE");
        refused("weights", Map.of("SIGNED_AMOUNT", 9999), "/value SETTING_SUM");
        refused(
                "lights",
                Map.of("mode", "RATIO", "greenFrom", "0.50", "yellowFrom", "0.90", "yellowFromPoints", "5"),
                "/value/yellowFrom SETTING_LIGHTS_REVERSED",
                "/value/yellowFromPoints SETTING_DECIMAL");
        refused(
                "line-defaults",
                Map.of("curve", "CUSTOM", "cap", "1.29", "ratioMinimumProjects", 0),
                "/value/cap SETTING_DECIMAL",
                "/value/curve SETTING_NAME",
                "/value/ratioMinimumProjects SETTING_RANGE");
        refused(
                "splits",
                Map.of(
                        "one", List.of(5000, 5000),
                        "originatorAndHost", List.of(10000),
                        "originatorHostAssist", List.of(4000, 4000, 2001),
                        "unknownTeamToHost", "yes"),
                "/value/one SETTING_SHARE_COUNT",
                "/value/originatorAndHost SETTING_SHARE_COUNT",
                "/value/originatorHostAssist SETTING_SUM",
                "/value/unknownTeamToHost VALUE_TYPE");
    }

    @Test
    void nothingWhereAValueBelongsIsNamedToo() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("lastDayOfNextMonth", null);
        refused("cut-off", nothing, "/value/lastDayOfNextMonth VALUE_MISSING");
        for (String name : admin.get("/v1/settings").<List<String>>path("name")) {
            refused(400, "BODY_INVALID", name, null, "/value VALUE_MISSING");
            refused(name, List.of(1), "/value VALUE_TYPE");
        }
        admin.put(
                        "/v1/settings/colours",
                        change(POINTS, "2026-12-01"),
                        admin.get("/v1/settings/lights").header("ETag"))
                .then()
                .statusCode(404);
    }

    @Test
    void aFaultyValueAndADateOfThePastAreNamedTogether() {
        String etag = admin.get("/v1/settings/cut-off").header("ETag");
        admin.put("/v1/settings/cut-off", change(Map.of("lastDayOfNextMonth", 0), "2026-11-20"), etag)
                .then()
                .statusCode(422)
                .body("code", equalTo("SETTING_NOT_LATER"))
                .body("errors.pointer", hasItems("/effectiveFrom", "/value/lastDayOfNextMonth"));
    }

    @Test
    void whatIsShippedCanBeConfirmedAsItIs() {
        List<Map<String, Object>> shipped = admin.get("/v1/settings").path("$");
        assertEquals(7, shipped.size());
        for (Map<String, Object> setting : shipped) {
            String path = "/v1/settings/" + setting.get("name");
            Object value = ((Map<?, ?>) setting.get("inForce")).get("value");
            Response changed =
                    admin.put(path, change(value, "2026-12-01"), admin.get(path).header("ETag"));
            if (Boolean.TRUE.equals(setting.get("decidedByTwo"))) {
                changed.then().log().ifValidationFails().statusCode(202);
                Api.as("leader")
                        .post("/v1/setting-proposals/" + changed.path("id") + "/confirm", null, changed.header("ETag"))
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(200);
            }
            admin.get(path)
                    .then()
                    .body("versions[0].value", equalTo(value))
                    .body("versions[0].assumption", equalTo(false));
        }
    }

    @Test
    void aValueFromBeforeTheRulesIsReadAsItStands() throws SQLException {
        // Given
        String path = "/v1/settings/lights";
        admin.put(path, change(POINTS, "2026-12-01"), admin.get(path).header("ETag"))
                .then()
                .statusCode(200);
        try (var connection = Database.administer();
                var update = connection.prepareStatement(
                        "UPDATE division_setting_version SET value =" + " replace(value, '\"1.00\"', '\"0.50\"')")) {
            assertEquals(1, update.executeUpdate());
        }
        // When
        Response read = admin.get(path);
        // Then
        read.then().statusCode(200).body("versions[0].value.greenFrom", equalTo("0.50"));
    }

    private void refused(String name, Object value, String... faults) {
        refused(422, "SETTING_VALUE", name, value, faults);
    }

    private void refused(int status, String code, String name, Object value, String... faults) {
        String path = "/v1/settings/" + name;
        Response answer =
                admin.put(path, change(value, "2026-12-01"), admin.get(path).header("ETag"));
        assertEquals(status, answer.statusCode(), answer.asString());
        assertEquals(code, answer.path("code"));
        assertEquals(
                List.of(faults),
                answer.<List<Map<String, String>>>path("errors").stream()
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .sorted()
                        .toList(),
                answer.asString());
        admin.get(path).then().body("latestVersion", equalTo(1));
    }

    @Test
    void onlyAnAdministratorChangesSettings() {
        String etag = OFFICE.get("/v1/settings/lights").header("ETag");
        OFFICE.put("/v1/settings/lights", change(POINTS, "2026-12-01"), etag)
                .then()
                .statusCode(403);
        admin.request()
                .contentType("application/json")
                .body(change(POINTS, "2026-12-01"))
                .put("/v1/settings/lights")
                .then()
                .statusCode(428);
    }

    private static Map<String, Object> change(Object value, String from) {
        Map<String, Object> change = new HashMap<>(Map.of("effectiveFrom", from, "source", "Leading group 2026-11"));
        change.put("value", value);
        return change;
    }
}
