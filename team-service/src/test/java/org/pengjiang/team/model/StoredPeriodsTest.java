package org.pengjiang.team.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.TeamStack;

/** When a month is cut off does not depend on when somebody first asked. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class StoredPeriodsTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Inject
    StoredPeriods periods;

    @BeforeEach
    void shipped() {
        Database.reset();
    }

    @Test
    void aChangeThatHoldsOnTheLastDayHoldsForTheMonth() {
        // Given
        assertEquals(Instant.parse("2026-12-05T16:00:00Z"), cutOff("440703", NOVEMBER));
        assertEquals(Instant.parse("2026-11-05T16:00:00Z"), cutOff("440703", OCTOBER));

        // When
        cutOffOn(10, "2026-11-30");

        // Then
        for (int i = 0; i < 2; i++) {
            assertEquals(Instant.parse("2026-12-10T16:00:00Z"), cutOff("440703", NOVEMBER));
            assertEquals(Instant.parse("2026-12-10T16:00:00Z"), periods.expectedCutOff("440703", NOVEMBER));
            assertEquals(Instant.parse("2026-11-05T16:00:00Z"), cutOff("440703", OCTOBER));
            assertEquals(Instant.parse("2026-12-05T16:00:00Z"), cutOff("440704", NOVEMBER));
        }
    }

    private Instant cutOff(String district, YearMonth month) {
        return periods.of(district).cutOff(month);
    }

    private static void cutOffOn(int day, String from) {
        String path = "/v1/settings/cut-off";
        Response proposed = Api.as("admin")
                .put(
                        path,
                        Map.of("value", Map.of("lastDayOfNextMonth", day), "effectiveFrom", from, "source", "范例会议"),
                        Api.as("admin").get(path).header("ETag"));
        proposed.then().log().ifValidationFails().statusCode(202);
        Api.as("leader")
                .post("/v1/setting-proposals/" + proposed.path("id") + "/confirm", null, proposed.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
