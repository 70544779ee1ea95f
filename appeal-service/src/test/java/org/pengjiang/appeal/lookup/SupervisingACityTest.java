package org.pengjiang.appeal.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** A city supervises its districts with the role SUPERVISOR and its own division: all of them, no other, and no more rights. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SupervisingACityTest {
    private static final Api CITY = Api.as(Persona.of("a-city-supervisor", "4407", "SUPERVISOR"));
    private static final Api DISTRICT = Api.as(Persona.of("a-district-supervisor", "440703", "SUPERVISOR"));
    private static final List<String> OWN = List.of("440703101", "440703", "440704");
    private static final List<String> OTHERS = List.of("440604", "441403", "330103");

    @Inject
    Appeals appeals;

    @Inject
    EventLog log;

    private final List<UUID> own = new ArrayList<>();
    private final List<UUID> others = new ArrayList<>();

    @BeforeEach
    void appealsOfManyCities() {
        Database.reset();
        OWN.forEach(division -> own.add(appeal(division)));
        OTHERS.forEach(division -> others.add(appeal(division)));
    }

    @Test
    void itSeesAllDistrictsOfTheCityAndNoOther() {
        // Then: lists
        assertEquals(new HashSet<>(own), ids(CITY.get("/v1/appeals"), "id"));
        assertEquals(Set.of(), ids(CITY.get("/v1/appeals?division=440604"), "id"));
        assertEquals(Set.of(own.get(2)), ids(CITY.get("/v1/appeals?division=440704"), "id"));
        assertEquals(Set.of(own.get(0), own.get(1)), ids(DISTRICT.get("/v1/appeals"), "id"));

        // and one row
        own.forEach(id -> {
            assertEquals(200, CITY.get("/v1/appeals/" + id).statusCode());
            assertEquals(200, CITY.get("/v1/appeals/" + id + "/timeline").statusCode());
        });
        others.forEach(id -> {
            assertEquals(404, CITY.get("/v1/appeals/" + id).statusCode());
            assertEquals(404, CITY.get("/v1/appeals/" + id + "/timeline").statusCode());
            assertEquals(404, message(CITY, id).statusCode());
        });

        // and what is owed
        assertEquals(new HashSet<>(own), ids(CITY.get("/v1/dues"), "subject"));
        assertEquals(Set.of(own.get(0), own.get(1)), ids(DISTRICT.get("/v1/dues"), "subject"));
    }

    @Test
    void itsFeedIsThatOfTheCity() {
        // Given
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);

        // Then
        assertEquals(new HashSet<>(own), ids(CITY.get("/v1/changes?limit=200&types=appeal.closed.v1"), "subject"));
        assertEquals(
                Set.of(own.get(0), own.get(1)),
                ids(DISTRICT.get("/v1/changes?limit=200&types=appeal.closed.v1"), "subject"));
    }

    @Test
    void itMayNoMoreThanADistrictsSupervision() {
        // Given
        String path = "/v1/appeals/" + own.getFirst();

        for (Api supervisor : List.of(CITY, DISTRICT)) {
            // Then
            assertEquals(List.of("SUPERVISOR"), supervisor.get("/v1/me").path("roles"));
            assertEquals(201, message(supervisor, own.getFirst()).statusCode());
            List<Response> refused = List.of(
                    supervisor.post(path + "/accept", null),
                    supervisor.post(path + "/dispatch", Map.of()),
                    supervisor.post(path + "/close", Map.of()),
                    supervisor.get(path + "/contact"),
                    supervisor.post("/v1/dispatch-rules", Map.of()),
                    supervisor.get("/v1/admin/parked-events"),
                    supervisor.get("/v1/admin/encryption"),
                    supervisor.get("/v1/admin/notices"),
                    supervisor.get("/v1/admin/audit/verify"));
            assertEquals(
                    List.of(),
                    refused.stream()
                            .filter(answer -> answer.statusCode() != 403)
                            .map(Response::asString)
                            .toList());
        }
    }

    private static Response message(Api who, UUID appeal) {
        return who.post("/v1/appeals/" + appeal + "/messages", Map.of("visibility", "INTERNAL", "body", "虚构"));
    }

    /** With a row of the log and something that is owed. */
    private UUID appeal(String division) {
        UUID id = StoredAppeal.in(division)
                .with("log_version", 0)
                .with("published_version", 0)
                .stored();
        QuarkusTransaction.requiringNew().run(() -> {
            Appeal appeal = appeals.forSweep(Scope.system(), id);
            log.appendFor(
                    List.of(StoredAppeal.ENTERPRISE),
                    appeal,
                    new AppealClosed(appeal.standing(), appeal.filing().receivedAt(), "WINDOW", null));
        });
        DivisionCode code = DivisionCode.parse(division);
        Rows.execute("""
                INSERT INTO due (id, division, province, city, district, town, subject_type, subject, link, kind, item,
                    arguments, roles, since, due_at, provisional, light, opened_at)
                VALUES (gen_random_uuid(), '%s', '%s', '%s', '%s', %s, 'appeal', '%s', '/v1/appeals', 'any', '', '{}',
                    '{DISPATCHER}', now(), now(), false, 'GREEN', now())""".formatted(
                        code.value(),
                        code.province(),
                        code.city().orElseThrow(),
                        code.district().orElseThrow(),
                        code.town().map(town -> "'" + town + "'").orElse("NULL"),
                        id));
        return id;
    }

    private static Set<UUID> ids(Response page, String member) {
        page.then().log().ifValidationFails().statusCode(200);
        List<String> ids = page.path("items." + member);
        Set<UUID> found = new HashSet<>();
        ids.forEach(id -> assertTrue(found.add(UUID.fromString(id)), () -> id + " twice"));
        return found;
    }
}
