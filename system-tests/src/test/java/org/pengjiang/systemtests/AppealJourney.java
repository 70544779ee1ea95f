package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.demo.ProjectJourney;

/**
 * The suite's whole main job once through: a project is signed and has its special class, its enterprise appeals on a Friday
 * at five, the clock runs in working time, the appeal is contacted, answered, rated and closed, and all three services know.
 */
@Order(3)
@ExtendWith(StartsSuite.class)
class AppealJourney {
    private static final OffsetDateTime FIVE = OffsetDateTime.parse("2026-09-18T17:00:00+08:00");
    private static final OffsetDateTime SUNDAY_NINE = OffsetDateTime.parse("2026-09-20T09:00:00+08:00");
    private static final String UNIT = "440703101";
    private static final List<String> LIFE = List.of(
            "appeal.submitted.v1",
            "appeal.accepted.v1",
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.contacted.v1",
            "appeal.replied.v1",
            "appeal.rated.v1",
            "appeal.closed.v1");

    private final SuiteRun suite;

    AppealJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void fromTheSignatureToTheClosure() {
        // Given
        Board before = Board.read(suite.team().as("promotion-office"), suite.today());
        ProjectJourney project = signedProject(before);
        JsonNode counted = counters();
        suite.moveTo(FIVE);

        // When: filed at five with sixty working minutes, of which thirty are left on Friday
        AppealSteps byPhone = untilFiled(() -> AppealSteps.takenDown(suite.appeal(), "A01", project.id(), FIVE));
        AppealSteps filed = AppealSteps.filed(suite.appeal(), "A01", project.id());

        // Then: Saturday is off, Sunday is worked
        assertEquals(SUNDAY_NINE.toInstant(), byPhone.due("CONTACT").toInstant());
        Answer promised = filed.read("enterprise");
        assertEquals("DISPATCHED", promised.text("/state"));
        assertEquals("SPECIAL_CLASS", promised.text("/handler/kind"));
        assertEquals(
                preview(promised.text("/receivedAt"), 60), filed.due("CONTACT").toInstant());
        assertEquals(
                "2026-09-20T09:00:00+08:00",
                suite.appeal()
                        .as("enterprise")
                        .post(
                                "/v1/calendars/deadline-preview",
                                Map.of("from", FIVE.toString(), "amount", 60, "unit", "WORKING_MINUTES"))
                        .expect(200)
                        .text("/dueAt"));
        awaitOpenAppeals(project, 2);

        // When
        for (AppealSteps appeal : List.of(byPhone, filed)) {
            appeal.signed("unit-clerk")
                    .contacted("unit-clerk")
                    .replied("unit-clerk")
                    .approved("team-captain")
                    .rated(5);
        }

        // Then
        for (AppealSteps appeal : List.of(byPhone, filed)) {
            assertEquals("CLOSED", appeal.state());
            for (String clock : List.of("CONTACT", "RESOLVE")) {
                assertTrue(appeal.clock(clock).at("/clock/met").asBoolean(), () -> clock + " " + appeal.clock(clock));
            }
            List<String> timeline = types(appeal);
            assertEquals(LIFE, timeline.stream().filter(LIFE::contains).toList(), timeline::toString);
        }
        awaitOpenAppeals(project, 0);
        assertCounters(counted);
        assertTrue(
                Board.read(suite.team().as("promotion-office"), suite.today()).reconciled());
        assertChainsVerify();
    }

    @Test
    void anotherEnterpriseSeesNothingOfIt() {
        // Given
        AppealSteps appeal = AppealSteps.filed(suite.appeal(), "C02", "");

        // When
        Answer other = suite.appeal().as("enterprise-2").get(appeal.path());

        // Then
        assertEquals(404, other.status());
        assertFalse(suite.appeal()
                .as("enterprise-2")
                .get("/v1/appeals?limit=200")
                .expect(200)
                .body()
                .toString()
                .contains(appeal.id()));
    }

    private ProjectJourney signedProject(Board board) {
        ProjectJourney project = new ProjectJourney(
                        suite.project(),
                        "诉求演示项目（虚构）" + System.nanoTime(),
                        suite.today().toString(),
                        "120000000.00")
                .registeredFor(AppealSteps.investor(suite.project()), "SMART_APPLIANCE", "C3851")
                .shared(Map.of(board.teamId("T01"), 10_000))
                .negotiating()
                .underReview()
                .admitted()
                .readyToSign();
        project.confirmed(project.askedForSignature(), "promotion-office");
        return project;
    }

    private static AppealSteps untilFiled(java.util.concurrent.Callable<AppealSteps> filing) {
        List<AppealSteps> filed = new ArrayList<>();
        AppealSteps.untilKnown(() -> {
            try {
                filed.add(filing.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return filed.getFirst();
    }

    private java.time.Instant preview(String from, int minutes) {
        return OffsetDateTime.parse(suite.appeal()
                        .as("unit-clerk")
                        .post(
                                "/v1/calendars/deadline-preview",
                                Map.of("from", from, "amount", minutes, "unit", "WORKING_MINUTES"))
                        .expect(200)
                        .text("/dueAt"))
                .toInstant();
    }

    private void awaitOpenAppeals(ProjectJourney project, int open) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertEquals(
                        open, project.read().body().path("openAppeals").asInt(-1)));
    }

    private List<String> types(AppealSteps appeal) {
        List<String> types = new ArrayList<>();
        for (JsonNode entry : suite.appeal()
                .as("auditor")
                .get(appeal.path() + "/timeline?limit=200")
                .expect(200)
                .body()
                .path("items")) {
            types.add(entry.path("type").asText());
        }
        return types;
    }

    private JsonNode counters() {
        for (JsonNode unit : suite.team()
                .as("supervisor")
                .get("/v1/unit-appeals?from=2026-09&to=2026-09&limit=200")
                .expect(200)
                .body()
                .path("items")) {
            if (unit.path("unitCode").asText().equals(UNIT)) {
                return unit;
            }
        }
        throw new IllegalStateException("no counters of " + UNIT);
    }

    private void assertCounters(JsonNode before) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode after = counters();
            for (String figure : List.of("received", "contacted/inTime", "replied/inTime", "closed")) {
                assertEquals(
                        before.at("/total/" + figure).asLong() + 2,
                        after.at("/total/" + figure).asLong(-1),
                        () -> figure + " of " + after);
            }
        });
    }

    private void assertChainsVerify() {
        suite.services().forEach((name, service) -> {
            JsonNode verified = service.as("auditor")
                    .get("/v1/admin/audit/verify")
                    .expect(200)
                    .body();
            assertTrue(verified.path("intact").asBoolean(), () -> name + " " + verified);
        });
    }
}
