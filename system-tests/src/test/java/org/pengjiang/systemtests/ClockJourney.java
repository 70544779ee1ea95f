package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.localstack.demo.ProjectJourney;

/** {@code ./suite clock} moves every replica at once, and what fell due meanwhile is fired once and in its order. */
@Order(5)
@ExtendWith(StartsSuite.class)
class ClockJourney {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-09-21T09:25:00+08:00");
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-09-21T20:00:00+08:00");
    private static final List<String> RECEIVED = List.of("09:20", "09:00", "09:15", "09:05");

    private final SuiteRun suite;

    ClockJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void whatFellDueOfSeveralAppealsFiresOnceAndInItsOrder() {
        // Given: sixty working minutes each, so what is due of one lies between what is due of the others
        suite.moveTo(MORNING);
        String token = suite.appeal().as("dispatcher").token();
        Map<String, AppealSteps> appeals = new HashMap<>();
        for (String received : RECEIVED) {
            AppealSteps appeal = AppealSteps.takenDown(
                    suite.appeal(), "C02", "", OffsetDateTime.parse("2026-09-21T" + received + ":00+08:00"));
            appeals.put(appeal.id(), appeal);
        }
        assertEquals(0, fired(appeals).size());

        // When
        suite.moveTo(EVENING);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ofContact(fired(appeals)).size() == 3 * RECEIVED.size());
        List<JsonNode> fired = fired(appeals);
        List<Instant> moments = fired.stream().map(ClockJourney::moment).toList();
        assertEquals(moments.stream().sorted().toList(), moments, fired::toString);
        assertEquals(promised(), momentsOfContact(fired));
        assertEquals(
                fired.size(),
                new HashSet<>(fired.stream().map(ClockJourney::level).toList()).size());
        assertEquals(token, suite.appeal().as("dispatcher").token(), "a token lives by the machine's time");
    }

    @Test
    void everyReplicaOfEveryServiceIsThere() {
        // Given
        OffsetDateTime moved = suite.now().plusDays(1);

        // When
        suite.moveTo(moved);

        // Then
        for (SuiteClient replica : replicas(suite.project(), "project-service")) {
            ProjectJourney project = new ProjectJourney(
                            replica,
                            "拨钟演示项目（虚构）" + System.nanoTime(),
                            moved.toLocalDate().toString(),
                            "100000000.00")
                    .registered("NEW_ELECTRONICS", "C3911");
            assertReached(moved, project.read().text("/registeredAt"));
        }
        for (SuiteClient replica : replicas(suite.appeal(), "appeal-service")) {
            assertReached(
                    moved,
                    AppealSteps.filed(replica, "C02", "").read("enterprise").text("/receivedAt"));
        }
        for (SuiteClient replica : replicas(suite.team(), "team-service")) {
            String board = "/v1/boards/" + moved.getYear() + "?asOf=";
            SuiteClient office = replica.as("promotion-office");
            office.get(board + moved.toLocalDate()).expect(200);
            office.get(board + moved.toLocalDate().plusDays(1)).expect(422);
        }
    }

    private List<SuiteClient> replicas(SuiteClient client, String service) {
        return List.of(client, suite.secondReplica(client, service));
    }

    private static void assertReached(OffsetDateTime moved, String moment) {
        assertFalse(OffsetDateTime.parse(moment).isBefore(moved), moment);
    }

    /** Warnings after 30 and 48 minutes, the breach after 60. */
    private static List<Instant> promised() {
        List<Instant> promised = new ArrayList<>();
        for (String received : RECEIVED) {
            Instant from = Instant.parse("2026-09-21T" + received + ":00Z").minus(Duration.ofHours(8));
            for (int minutes : new int[] {30, 48, 60}) {
                promised.add(from.plus(Duration.ofMinutes(minutes)));
            }
        }
        return promised.stream().sorted().toList();
    }

    /** Warnings and breaches of these appeals, as the change feed tells them. */
    private List<JsonNode> fired(Map<String, AppealSteps> appeals) {
        List<JsonNode> fired = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = suite.appeal()
                    .as("auditor")
                    .get("/v1/changes?limit=200&types=appeal.warned.v1,appeal.breached.v1" + cursor)
                    .expect(200)
                    .body();
            page.path("items").forEach(fired::add);
            more = page.path("more").asBoolean();
            cursor = "&cursor=" + page.path("cursor").asText();
        }
        fired.removeIf(change -> !appeals.containsKey(change.path("subject").asText()));
        return fired;
    }

    private static List<JsonNode> ofContact(List<JsonNode> fired) {
        return fired.stream()
                .filter(change -> change.at("/data/clock").asText().equals("CONTACT"))
                .toList();
    }

    private static List<Instant> momentsOfContact(List<JsonNode> fired) {
        return ofContact(fired).stream().map(ClockJourney::moment).toList();
    }

    private static Instant moment(JsonNode change) {
        JsonNode data = change.path("data");
        return Instant.parse(
                data.path(data.has("firedAt") ? "firedAt" : "breachedAt").asText());
    }

    private static String level(JsonNode change) {
        return change.at("/data/clockId").asText() + " "
                + change.at("/data/percent").asText("100");
    }
}
