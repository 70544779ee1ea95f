package org.pengjiang.appeal.escalation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** The service started in a year whose notice is not published: it works, and says what that rests on. */
abstract class LaterYearScenario {
    @Inject
    StoredAppeals appeals;

    @Inject
    DueSweep sweep;

    @Inject
    Clock clock;

    @BeforeEach
    void nothingStored() {
        Database.reset();
    }

    @Test
    void deadlinesAreProvisionalAndThatIsShown() {
        // Given
        OffsetDateTime now = OffsetDateTime.now(clock)
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .withNano(0);
        UUID id = appeals.filed(now.toLocalDateTime().toString());

        // When
        sweep.run();

        // Then
        Api.as("team-member")
                .request()
                .header("Accept-Language", "en")
                .get("/v1/appeals/" + id + "/clocks/CONTACT/explain")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("sentences", hasItem(startsWith("The notice of the State Council for " + now.getYear())));
        Api.as("team-member")
                .request()
                .contentType("application/json")
                .body(Map.of(
                        "from",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now),
                        "amount",
                        60,
                        "unit",
                        "WORKING_MINUTES"))
                .post("/v1/calendars/deadline-preview")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(true));
        Api.as("team-member")
                .get("/v1/calendars/" + now.getYear())
                .then()
                .statusCode(200)
                .body("provisional", equalTo(true));
        assertEquals(0, sweep.run().fired());
    }
}
