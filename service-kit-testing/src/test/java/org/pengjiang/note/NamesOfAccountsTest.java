package org.pengjiang.note;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Officials read what officials are called beside their accounts; nobody of an enterprise is kept, and the log holds no name. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class NamesOfAccountsTest {
    private static final String LENGTH = "/v1/settings/length";

    @Inject
    DataSource database;

    @Test
    void whoProposedAndWhoDecidedIsShownByNameBesideTheAccount() throws SQLException {
        // Given
        Api first = Api.as(named("n-first", "330201", "ADMIN", "范例一"));
        Api second = Api.as(named("n-second", "330201", "LEADER", "范例二"));

        // When
        Response proposed = first.put(
                LENGTH,
                Map.of("value", Map.of("most", 20), "effectiveFrom", "2199-01-02", "source", "范例决定"),
                first.get(LENGTH).header("ETag"));

        // Then
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("proposedBy", equalTo("n-first"))
                .body("proposedByName", equalTo("范例一"))
                .body("decidedByName", nullValue());
        String path = "/v1/setting-proposals/" + proposed.path("id");

        // When
        Response confirmed = second.post(path + "/confirm", null, proposed.header("ETag"));

        // Then
        for (Response shown : List.of(
                confirmed, Api.as(Persona.of("n-nameless", "330201", "AUDITOR")).get(path))) {
            shown.then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .body("proposedByName", equalTo("范例一"))
                    .body("decidedBy", equalTo("n-second"))
                    .body("decidedByName", equalTo("范例二"));
        }
        second.get("/v1/setting-proposals")
                .then()
                .body("items.proposedByName", equalTo(List.of("范例一")))
                .body("items.decidedByName", equalTo(List.of("范例二")));
        assertEquals(0, number("SELECT count(*) FROM event_log WHERE event_log::text LIKE '%范例一%'"));
    }

    @Test
    void theFeedShowsWhoActedByName() {
        // Given
        Api writer = Api.as(named("n-writer", "330202", "WRITER", "范例三"));
        Response note = writer.post("/v1/notes", Map.of("title", "named " + UUID.randomUUID(), "pages", 1));

        // When
        writer.post("/v1/notes/" + note.path("id") + "/resize", Map.of("pages", 2), note.header("ETag"))
                .then()
                .statusCode(200);

        // Then
        Awaitility.await()
                .until(() -> !writer.get("/v1/changes").<List<?>>path("items").isEmpty());
        writer.get("/v1/changes")
                .then()
                .body("items[0].actor", equalTo("n-writer"))
                .body("items[0].actorName", equalTo("范例三"));
    }

    @Test
    void aNewNameReplacesTheOldOneAndAnAccountWithoutOneIsShownAlone() throws SQLException {
        // Given
        String account = "n-" + UUID.randomUUID();
        Api before = Api.as(named(account, "330203", "WRITER", "范例旧"));
        Api after = Api.as(named(account, "330203", "WRITER", "范例新"));
        Api nameless = Api.as(Persona.of("n-none", "330203", "WRITER"));

        // When
        resizedBy(before);
        resizedBy(after);
        resizedBy(nameless);

        // Then
        assertEquals("范例新", text("SELECT name FROM account_name WHERE account = '" + account + "'"));
        Awaitility.await()
                .until(() -> nameless.get("/v1/changes").<List<?>>path("items").size() == 3);
        Response feed = nameless.get("/v1/changes");
        assertEquals("范例新", feed.path("items[0].actorName"));
        assertFalse(feed.<Map<String, ?>>path("items[2]").containsKey("actorName"), feed.asString());
    }

    @Test
    void nobodyOfAnEnterpriseIsKeptOrShownByName() throws SQLException {
        // Given
        Persona outsider = named("n-outsider", "330204", "WRITER", "范例外").with("enterprise", "91440703MA00000077");
        Api person = Api.as(new Persona(outsider.subject(), List.of("WRITER", "ENTERPRISE"), outsider.claims()));

        // When
        resizedBy(person);

        // Then
        assertEquals(0, number("SELECT count(*) FROM account_name WHERE account = 'n-outsider'"));
        person.get("/v1/me").then().body("name", nullValue());
        Api.as(named("n-official", "330204", "READER", "范例内"))
                .get("/v1/me")
                .then()
                .body("name", equalTo("范例内"));
    }

    @Test
    void aPartnerReadsNoNamesAndLeavesNone() throws SQLException {
        // Given
        Persona system = named("n-partner", "330206", "WRITER", "范例平台员");
        Api partner = Api.as(new Persona(system.subject(), List.of("WRITER", "PARTNER"), system.claims()));
        Api official = Api.as(named("n-host", "330206", "WRITER", "范例四"));

        // When
        resizedBy(official);
        resizedBy(partner);

        // Then
        assertEquals(0, number("SELECT count(*) FROM account_name WHERE account = 'n-partner'"));
        Awaitility.await()
                .until(() -> official.get("/v1/changes").<List<?>>path("items").size() == 2);
        assertEquals("范例四", official.get("/v1/changes").path("items[0].actorName"));
        Response shown = partner.get("/v1/changes");
        assertNull(shown.path("items[0].actor"));
        assertFalse(shown.asString().contains("actorName"), shown.asString());
    }

    @Test
    void aNameThatIsNoneHindersNoCommand() throws SQLException {
        for (String name : List.of("  ", "a\u0000b", "x".repeat(101), "a\nb")) {
            Api writer = Api.as(named("n-odd", "330205", "WRITER", name));
            resizedBy(writer);
        }
        assertEquals(0, number("SELECT count(*) FROM account_name WHERE account = 'n-odd'"));
    }

    private static void resizedBy(Api writer) {
        Response note = writer.post("/v1/notes", Map.of("title", "named " + UUID.randomUUID(), "pages", 1));
        note.then().log().ifValidationFails().statusCode(201);
        writer.post("/v1/notes/" + note.path("id") + "/resize", Map.of("pages", 2), note.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static Persona named(String account, String division, String role, String name) {
        return Persona.of(account, division, role).with("name", name);
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
