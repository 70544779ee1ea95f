package org.pengjiang.note;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** The settings that a service declares, as a client meets them. Each test has a district of its own. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class SettingsOverHttpTest {
    private static final String COLOURS = "/v1/settings/colours";
    private static final String LENGTH = "/v1/settings/length";

    @Test
    void whatIsShippedHoldsUntilADistrictDecides() {
        Api partner = Api.as(Persona.of("s-partner", "330102", "PARTNER"));
        partner.get("/v1/settings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", contains("colours", "length"))
                .body("title", contains("颜色", "长度"))
                .body("inForce.version", contains(1, 1))
                .body("inForce.assumption", contains(true, true))
                .body("decidedByTwo", contains(false, true))
                .body("[1].schema.properties.most.maximum", equalTo(100))
                .body("[0].allowedCommands.size()", equalTo(0));
        partner.request()
                .header("Accept-Language", "en")
                .get(COLOURS)
                .then()
                .statusCode(200)
                .body("title", equalTo("colours of a note"));
        partner.get("/v1/settings/nothing").then().statusCode(404);
        partner.get("/v1/settings/nothing/versions").then().statusCode(404);
    }

    @Test
    void everyFaultOfAChangeIsNamedAtItsPlace() {
        Api admin = Api.as(Persona.of("s-admin", "330103", "ADMIN"));
        Response refused = admin.put(
                COLOURS,
                Map.of(
                        "value",
                        Map.of("names", List.of("RED", "GREEN", 7, "RED"), "more", 1),
                        "effectiveFrom",
                        "2001-01-01",
                        "source",
                        "范例决定"),
                "\"1\"");
        refused.then().statusCode(422).body("code", equalTo("SETTING_NOT_LATER"));
        assertEquals(
                List.of(
                        "/value/names/1 SETTING_NAME",
                        "/value/names/2 VALUE_TYPE",
                        "/value/names/3 SETTING_NAME_TWICE",
                        "/value/more PROPERTY_UNKNOWN",
                        "/effectiveFrom SETTING_NOT_LATER"),
                refused.<List<Map<String, String>>>path("errors").stream()
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .toList(),
                refused.asString());
        admin.get(COLOURS).then().body("latestVersion", equalTo(1));
    }

    @Test
    void everyVersionIsOnOnePageAndNoneIsLost() {
        // Given
        Api admin = Api.as(Persona.of("s-admin", "330104", "ADMIN"));
        String etag = "\"1\"";
        for (int version = 2; version <= 8; version++) {
            Response changed = admin.put(
                    COLOURS,
                    Map.of(
                            "value",
                            Map.of("names", List.of(version % 2 == 0 ? "BLUE" : "RED")),
                            "effectiveFrom",
                            "2199-01-0" + version,
                            "source",
                            "范例决定" + version),
                    etag);
            changed.then().log().ifValidationFails().statusCode(200);
            etag = changed.header("ETag");
        }

        for (int limit = 1; limit <= 9; limit++) {
            // When
            List<Integer> numbers = new ArrayList<>();
            String cursor = "";
            do {
                Response page = admin.get(COLOURS + "/versions?limit=" + limit + cursor);
                page.then().log().ifValidationFails().statusCode(200);
                numbers.addAll(page.<List<Integer>>path("items.version"));
                cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
            } while (!cursor.isEmpty());

            // Then
            assertEquals(
                    IntStream.iterate(8, it -> it >= 1, it -> it - 1).boxed().toList(), numbers, "limit " + limit);
        }
        admin.get(COLOURS)
                .then()
                .body("latestVersion", equalTo(8))
                .body("versions.version", equalTo(List.of(8, 7, 6, 5, 4, 3, 2, 1)))
                .body("inForce.version", equalTo(1));
    }

    @Test
    void whoMayNotChangeASettingReadsItAllTheSame() {
        for (String role : List.of("PROMOTION_OFFICE", "AUDITOR", "DISPATCHER", "CALLBACK_OFFICER")) {
            Api reader = Api.as(Persona.of("s-reader", "330105", role));
            reader.get(COLOURS).then().statusCode(200);
            reader.put(
                            COLOURS,
                            Map.of("value", Map.of("names", List.of()), "effectiveFrom", "2199-01-01", "source", "s"),
                            "\"1\"")
                    .then()
                    .statusCode(403);
        }
        Api.as(Persona.of("s-enterprise", "330105", "ENTERPRISE"))
                .get(COLOURS)
                .then()
                .statusCode(403);
    }

    @Test
    void whatTwoDecideHoldsOnceASecondPersonHasConfirmedIt() {
        // Given
        Api first = Api.as(Persona.of("s-first", "330106", "ADMIN"));
        Api second = Api.as(Persona.of("s-second", "330106", "LEADER"));
        String etag = first.get(LENGTH).header("ETag");

        // When
        Response proposed = first.put(LENGTH, length(20, "2199-01-02"), etag);

        // Then
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("status", equalTo("OPEN"))
                .body("value.most", equalTo(20))
                .body("allowedCommands", contains("withdraw"));
        first.get(LENGTH).then().body("latestVersion", equalTo(1));
        String path = "/v1/setting-proposals/" + proposed.path("id");
        assertEquals(path, proposed.header("Location"));

        // the same once more is the same, another one waits
        assertEquals(
                proposed.<String>path("id"),
                first.put(LENGTH, length(20, "2199-01-02"), etag).path("id"));
        first.put(LENGTH, length(30, "2199-01-02"), etag)
                .then()
                .statusCode(409)
                .body("code", equalTo("SETTING_PROPOSAL_OPEN"));

        // one person alone changes nothing
        first.post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(403)
                .body("code", equalTo("SETTING_SECOND_PERSON"));
        first.post(path + "/reject", Map.of("reason", "r"), proposed.header("ETag"))
                .then()
                .statusCode(403);
        Api.as(Persona.of("s-office", "330106", "PROMOTION_OFFICE"))
                .post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(403);
        Api.as(Persona.of("s-elsewhere", "330107", "LEADER"))
                .post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(404);
        first.get(LENGTH).then().body("latestVersion", equalTo(1));

        second.get(path).then().statusCode(200).body("allowedCommands", contains("confirm", "reject"));
        second.post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("decidedBy", equalTo("s-second"));
        first.get(LENGTH)
                .then()
                .body("latestVersion", equalTo(2))
                .body("versions[0].value.most", equalTo(20))
                .body("inForce.version", equalTo(1));
        second.post(path + "/confirm", null, second.get(path).header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("SETTING_PROPOSAL_CLOSED"));
    }

    @Test
    void aFaultyChangeIsNotEvenProposedAndARejectedOneChangesNothing() {
        // Given
        Api first = Api.as(Persona.of("s-first", "330108", "ADMIN"));
        Api second = Api.as(Persona.of("s-second", "330108", "ADMIN"));
        first.put(LENGTH, length(101, "2199-01-02"), "\"1\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value/most"));
        Response proposed = first.put(LENGTH, length(20, "2199-01-02"), "\"1\"");
        String path = "/v1/setting-proposals/" + proposed.path("id");

        // When
        second.post(path + "/withdraw", Map.of("reason", "not mine"), proposed.header("ETag"))
                .then()
                .statusCode(403)
                .body("code", equalTo("SETTING_NOT_PROPOSER"));
        Response rejected = second.post(path + "/reject", Map.of("reason", "too long"), proposed.header("ETag"));

        // Then
        rejected.then().log().ifValidationFails().statusCode(200).body("reason", equalTo("too long"));
        first.get(LENGTH).then().body("latestVersion", equalTo(1));
        Response other = first.put(LENGTH, length(30, "2199-01-02"), "\"1\"");
        first.post(
                        "/v1/setting-proposals/" + other.path("id") + "/withdraw",
                        Map.of("reason", "mistyped"),
                        other.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        second.get("/v1/setting-proposals?limit=1")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.status", contains("WITHDRAWN"));
    }

    @Test
    void aProposalWaitsForWhoeverMayConfirmItAndNotForWhoProposed() {
        // Given
        Api first = Api.as(Persona.of("s-first", "330109", "ADMIN"));
        Api second = Api.as(Persona.of("s-second", "330109", "ADMIN"));
        Api leader = Api.as(Persona.of("s-leader", "330109", "LEADER"));

        // When
        Response proposed = first.put(LENGTH, length(20, "2199-01-02"), "\"1\"");

        // Then
        String path = proposed.header("Location");
        proposed.then().statusCode(202).body("decideBy", equalTo("2199-01-01T23:59:59+08:00"));
        assertEquals(List.of(), waiting(first));
        assertEquals(List.of(path), waiting(second));
        assertEquals(List.of(path), waiting(leader));
        assertEquals(List.of(), waiting(Api.as(Persona.of("s-office", "330109", "PROMOTION_OFFICE"))));
        leader.get("/v1/tasks?mine&kind=setting-to-confirm")
                .then()
                .body("items.title", contains("复核系统参数“length”的变更申请（2199-01-02 起生效）"))
                .body("items.dueAt", contains("2199-01-01T23:59:59+08:00"));
        leader.post(path + "/confirm", null, proposed.header("ETag")).then().statusCode(200);
        assertEquals(List.of(), waiting(second));
    }

    @Test
    void aProposalThatNobodyConfirmsInTimeExpires() throws SQLException {
        // Given
        Api first = Api.as(Persona.of("s-late", "330110", "ADMIN"));
        Api second = Api.as(Persona.of("s-second", "330110", "LEADER"));
        Response proposed = first.put(LENGTH, length(20, "2199-01-02"), "\"1\"");
        String path = proposed.header("Location");
        String id = "'" + proposed.path("id") + "'";

        // When: its last day has passed, as if it had been proposed long before
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE approval_request a SET deadline = '2001-01-01T00:00:00Z' FROM setting_proposal p"
                    + " WHERE p.approval_id = a.id AND p.id = " + id
                    + "; UPDATE due_level SET at = '2001-01-01T00:00:00.000001Z' FROM due"
                    + " WHERE due.id = due_level.due AND due.subject = " + id);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> second.get(path).path("status"), "EXPIRED"::equals);

        // Then
        assertEquals(List.of(), waiting(second));
        first.get(path).then().body("allowedCommands", empty()).body("decidedBy", equalTo("system"));
        second.post(path + "/confirm", null, second.get(path).header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("SETTING_PROPOSAL_CLOSED"));
        Api.as(Persona.of("s-admin", "330110", "ADMIN"))
                .get("/v1/admin/notices?recipient=s-late")
                .then()
                .log()
                .ifValidationFails()
                .body("items.kind", contains("setting-proposal-expired"));
        first.put(LENGTH, length(30, "2199-01-02"), "\"1\"").then().statusCode(202);
    }

    private static List<String> waiting(Api api) {
        return api.get("/v1/tasks?mine&kind=setting-to-confirm").path("items.link");
    }

    private static Map<String, Object> length(int most, String from) {
        return Map.of("value", Map.of("most", most), "effectiveFrom", from, "source", "范例决定");
    }
}
