package org.pengjiang.team.settings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.pengjiang.team.testsupport.District.OFFICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
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
                .statusCode(412);
        admin.put("/v1/settings/lights", change(POINTS, "2026-12-02"), changed.header("ETag"))
                .then()
                .statusCode(200)
                .body("latestVersion", equalTo(3));
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
    void anotherFormIsRefused() {
        String etag = admin.get("/v1/settings/cut-off").header("ETag");
        admin.put("/v1/settings/cut-off", change(Map.of("lastDayOfNextMonth", 31), "2026-12-01"), etag)
                .then()
                .statusCode(422)
                .body("code", equalTo("SETTING_VALUE"));
        admin.put("/v1/settings/cut-off", change(Map.of("day", 3), "2026-12-01"), etag)
                .then()
                .statusCode(422);
        String splits = admin.get("/v1/settings/splits").header("ETag");
        admin.put("/v1/settings/splits", change(Map.of("one", java.util.List.of(9999)), "2026-12-01"), splits)
                .then()
                .statusCode(422);
        String weights = admin.get("/v1/settings/weights").header("ETag");
        admin.put("/v1/settings/weights", change(Map.of("SIGNED_AMOUNT", 9999), "2026-12-01"), weights)
                .then()
                .statusCode(422)
                .body("code", equalTo("SETTING_VALUE"));
        admin.put("/v1/settings/colours", change(POINTS, "2026-12-01"), etag)
                .then()
                .statusCode(404);
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

    private static Map<String, Object> change(Map<String, ?> value, String from) {
        return Map.of("value", value, "effectiveFrom", from, "source", "Leading group 2026-11");
    }
}
