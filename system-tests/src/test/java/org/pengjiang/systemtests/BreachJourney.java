package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An appeal that nobody touches: warned when half and when four fifths of its time are used up, breached once, with two
 * replicas of which one is killed while the due passes.
 */
@Order(4)
@ExtendWith(StartsSuite.class)
class BreachJourney {
    private static final OffsetDateTime FRIDAY = OffsetDateTime.parse("2026-09-18T17:20:00+08:00");
    private static final OffsetDateTime JUST_BEFORE = OffsetDateTime.parse("2026-09-20T08:55:00+08:00");
    private static final OffsetDateTime DUE = OffsetDateTime.parse("2026-09-20T09:00:00+08:00");

    private final SuiteRun suite;

    BreachJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void isWarnedTwiceAndBreachedOnceAndShowsItForEver() {
        // Given: sixty working minutes from five o'clock
        suite.moveTo(FRIDAY);
        AppealSteps appeal =
                AppealSteps.takenDown(suite.appeal(), "C02", "", OffsetDateTime.parse("2026-09-18T17:00:00+08:00"));
        assertEquals(DUE.toInstant(), appeal.due("CONTACT").toInstant());

        // When: one of two services dies before the due, and nobody but the other is there when it comes
        suite.moveTo(JUST_BEFORE);
        awaitFired(appeal, "80");
        suite.kill("appeal-service");
        AppealSteps seen = appeal.at(suite.secondReplica(suite.appeal(), "appeal-service"));
        assertEquals(List.of("50", "80"), fired(seen));
        suite.moveTo(DUE);
        awaitFired(seen, "100");
        suite.upAgain();

        // Then: the moments that were promised, counted back from the due, not those at which somebody looked
        JsonNode clock = appeal.clock("CONTACT");
        assertEquals(List.of("50", "80", "100"), fired(appeal), clock::toString);
        assertEquals("2026-09-20T00:30:00Z", clock.at("/fired/0/firedAt").asText());
        assertEquals("2026-09-20T00:48:00Z", clock.at("/fired/1/firedAt").asText());
        assertEquals("2026-09-20T01:00:00Z", clock.at("/breachedAt").asText());
        assertEquals(List.of("50", "80"), logged(appeal, "appeal.warned.v1", "percent"));
        assertEquals(1, logged(appeal, "appeal.breached.v1", "clock").size());

        // When: contacted too late
        String handler = appeal.read("dispatcher").text("/state");
        assertTrue(
                List.of("SUBMITTED", "PENDING_DISPATCH", "DISPATCHED", "IN_PROGRESS")
                        .contains(handler),
                handler);

        // Then
        assertTrue(appeal.read("dispatcher").body().path("breached").asBoolean());
    }

    private static void awaitFired(AppealSteps appeal, String percent) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> fired(appeal).contains(percent));
    }

    private static List<String> fired(AppealSteps appeal) {
        List<String> levels = new ArrayList<>();
        appeal.clock("CONTACT")
                .path("fired")
                .forEach(level -> levels.add(level.path("percent").asText()));
        return levels;
    }

    private List<String> logged(AppealSteps appeal, String type, String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode entry : suite.appeal()
                .as("auditor")
                .get(appeal.path() + "/timeline?limit=200")
                .expect(200)
                .body()
                .path("items")) {
            boolean ofContact = entry.at("/data/clock").asText().equals("CONTACT");
            if (entry.path("type").asText().equals(type) && ofContact) {
                values.add(entry.at("/data/" + field).asText());
            }
        }
        return values;
    }
}
