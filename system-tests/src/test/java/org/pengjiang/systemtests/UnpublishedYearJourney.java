package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day in a year whose calendar nobody has published: everything works, and says what it rests on. The last journey. */
@Order(11)
@ExtendWith(StartsSuite.class)
class UnpublishedYearJourney {
    private final SuiteRun suite;

    UnpublishedYearJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void deadlinesAreGivenAndSaidToBeProvisional() {
        // Given
        suite.moveTo(OffsetDateTime.parse("2027-02-08T09:00:00+08:00"));

        // When
        AppealSteps appeal = AppealSteps.filed(suite.appeal(), "C02", "");

        // Then: the eighth is a day of the Spring Festival by law, the ninth a Tuesday
        assertTrue(appeal.clock("CONTACT").at("/clock/provisional").asBoolean());
        assertEquals(
                "2027-02-09",
                appeal.due("CONTACT")
                        .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .toString());
        assertTrue(suite.appeal()
                .as("enterprise")
                .post(
                        "/v1/calendars/deadline-preview",
                        Map.of("from", "2027-02-08T17:00:00+08:00", "amount", 60, "unit", "WORKING_MINUTES"))
                .expect(200)
                .body()
                .path("provisional")
                .asBoolean());
        assertFalse(suite.team()
                .as("promotion-office")
                .get("/v1/units")
                .expect(200)
                .body()
                .path("items")
                .isEmpty());
        assertFalse(suite.project()
                .as("promotion-office")
                .get("/v1/projects")
                .expect(200)
                .body()
                .path("items")
                .isEmpty());
    }
}
