package org.pengjiang.appeal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.events.DeadlineRevised;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.StreamClient;

/** No clock of the offices, and nothing of how they are supervised, reaches an enterprise or a partner by any way. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class OfficeClocksStayInTheOfficesTest {
    private static final List<ClockType> OF_OFFICES = Stream.of(ClockType.values())
            .filter(type -> type.family() == ClockFamily.UNIT)
            .toList();
    private static final List<String> NEVER = List.of(
            "supervisionLevel",
            "receivedReason",
            "signDueAt",
            "signedAutomatically",
            "\"automatic\":true,\"inTime\"",
            "\"family\":\"UNIT\"");

    @Inject
    Appeals appeals;

    @Inject
    AppealLog log;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void byNoWayAtAll() throws IOException {
        // Given: filed by an office, later than it came in, and each kind of clock of the offices warned, broken and
        // moved
        AnAppeal appeal = lateFromTheHotline();
        try (StreamClient stream = StreamClient.open(Persona.named("enterprise"), appeal.path() + "/stream")) {
            Awaitility.await().until(() -> !stream.lastId().isEmpty());
            OF_OFFICES.forEach(type -> tellOf(appeal, type));
            appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
            appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
            Awaitility.await()
                    .until(() -> stream.events().stream()
                            .anyMatch(event -> event.toString().contains("replied")));
            Awaitility.await()
                    .until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);

            // When
            List<String> told = new ArrayList<>(List.of(stream.events().toString()));
            for (String path : List.of(
                    appeal.path(),
                    appeal.path() + "/clocks",
                    appeal.path() + "/timeline?limit=200",
                    appeal.path() + "/messages",
                    appeal.path() + "/replies",
                    appeal.path() + "/rounds",
                    "/v1/appeals",
                    "/v1/appeals/table?format=csv",
                    "/v1/changes?limit=200&expand=subject",
                    "/v1/tasks?mine")) {
                Response read = AnAppeal.ENTERPRISE.get(path);
                read.then().statusCode(200);
                told.add(read.asString());
            }
            told.addAll(Rows.texts(
                    "SELECT kind || ' ' || arguments::text FROM notice WHERE recipient = '" + Known.ENTERPRISE + "'"));

            // Then
            for (String text : told) {
                for (String word : NEVER) {
                    assertFalse(text.contains(word), word + " in " + text);
                }
                for (ClockType type : OF_OFFICES) {
                    assertFalse(
                            text.contains("\"clock\":\"" + type + '"') || text.contains("@clock." + type),
                            type + " in " + text);
                }
            }
            OF_OFFICES.forEach(type -> assertEquals(
                    404,
                    AnAppeal.ENTERPRISE
                            .get(appeal.path() + "/clocks/" + type + "/explain")
                            .statusCode()));
        }
        // and the offices do read it
        String offices =
                Api.as("supervisor").get(appeal.path() + "/timeline?limit=200").asString();
        OF_OFFICES.forEach(type -> assertTrue(offices.contains("\"clock\":\"" + type + '"'), offices));
        assertTrue(offices.contains("supervisionLevel"), offices);
    }

    @Test
    void theProjectOfAnotherEnterpriseIsNotNamed() {
        // Given: filed by an office about a project of somebody else
        AnAppeal appeal = lateFromTheHotline();
        Rows.execute("UPDATE appeal SET project_id = '" + Known.PROJECT + "', project_no = 'P-440703-2026-0001'");
        assertTrue(AnAppeal.ENTERPRISE.get(appeal.path()).asString().contains("P-440703-2026-0001"));

        // When
        Rows.execute("UPDATE known_project SET enterprises = ARRAY['91440703MA5ABCDE5X']");

        // Then
        for (String path : List.of(appeal.path(), "/v1/appeals")) {
            assertFalse(AnAppeal.ENTERPRISE.get(path).asString().contains("P-440703-2026-0001"), path);
            assertTrue(Api.as("supervisor").get(path).asString().contains("P-440703-2026-0001"), path);
        }
    }

    private static AnAppeal lateFromTheHotline() {
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("receivedAt", AppealStack.FRIDAY_AT_FIVE);
        filing.put("receivedReason", "来电（虚构）");
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", filing);
        filed.then().log().ifValidationFails().statusCode(201);
        return AnAppeal.contacted(AnAppeal.atTown(AnAppeal.known(filed.path("id"))));
    }

    private void tellOf(AnAppeal told, ClockType type) {
        QuarkusTransaction.requiringNew().run(() -> {
            Appeal appeal = appeals.forSweep(Scope.system(), UUID.fromString(told.id));
            Instant due = appeal.filing().receivedAt();
            UUID clock = appeal.clock(ClockType.RESOLVE).orElseThrow().id();
            String family = type.family().name();
            log.append(appeal, new ClockWarned(appeal.standing(), clock, type.name(), family, due, false, 80, due));
            log.append(
                    appeal,
                    new ClockBreached(
                            appeal.standing(), clock, type.name(), family, due, false, due, "440703101", "UNIT"));
            log.append(
                    appeal,
                    new DeadlineRevised(
                            appeal.standing(), clock, type.name(), family, due, false, due, "虚构", "CN-2026"));
        });
    }
}
