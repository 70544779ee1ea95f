package org.pengjiang.appeal.sources;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.Unchanged;

/** Numbers of a partner's system come from the accounts that are registered for it, and from nobody else. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class RegisteringSourceSystemsTest {
    private static final Api ADMIN = Api.as("admin");
    private static final String PLATFORM = Persona.named("city-platform").subject();
    private static final String MIGRATION = "/db/migration/V101__source_systems.sql";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aSystemIsRegisteredChangedAndLoggedAndWhatChangesNothingMovesNothing() {
        // When
        Response registered = ADMIN.post("/v1/source-systems", system("hotline-2"));
        Response again = ADMIN.post("/v1/source-systems", system("hotline-2"));

        // Then
        registered
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("accounts", contains(PLATFORM))
                .body("divisionCode", equalTo("440703"));
        again.then().statusCode(409).body("code", equalTo("SOURCE_SYSTEM_EXISTS"));
        String path = registered.header("Location");
        Map<String, Object> change = system("hotline-2");
        change.remove("code");
        Unchanged.assertUnchanged(change, registered.header("ETag"), etag -> ADMIN.put(path, change, etag));
        change.put("activeTo", "2026-09-17");
        Response ended = ADMIN.put(path, change, registered.header("ETag"));
        ended.then().log().ifValidationFails().statusCode(200).body("activeTo", equalTo("2026-09-17"));
        ADMIN.put(path, change, registered.header("ETag")).then().statusCode(412);
        change.put("activeTo", "2025-01-01");
        ADMIN.put(path, change, ended.header("ETag"))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("SOURCE_SYSTEM_DAYS_REVERSED"));
        ADMIN.get("/v1/source-systems").then().body("items.code", hasItems("hotline-2", "12345"));
        Api.as("auditor").get(path).then().statusCode(200);
        AnAppeal.ENTERPRISE.get(path).then().statusCode(403);
        AnAppeal.DISPATCHER.post("/v1/source-systems", system("x")).then().statusCode(403);
        assertEquals(
                List.of("source-system.registered.v1", "source-system.changed.v1"), Log.types(registered.path("id")));
    }

    @Test
    void onlyAnAccountOfTheSystemGivesItsNumbersWhileTheSystemIsActive() {
        // Given
        Api other = Api.as(Persona.of("another-platform", "4407", "PARTNER"));
        Map<String, Object> ended = system("ended");
        ended.put("activeTo", "2026-09-17");
        ADMIN.post("/v1/source-systems", ended).then().statusCode(201);

        // Then
        file(AnAppeal.ENTERPRISE, "12345")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/sourceSystem", "/externalId"))
                .body("errors.code", hasItem("SOURCE_OF_PARTNERS"));
        file(AnAppeal.CLERK, "12345").then().statusCode(422).body("errors.code", hasItem("SOURCE_OF_PARTNERS"));
        file(other, "12345").then().statusCode(422).body("errors.code", hasItem("SOURCE_SYSTEM_NOT_YOURS"));
        file(AnAppeal.PARTNER, "nobody's")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("SOURCE_SYSTEM_NOT_YOURS"));
        file(AnAppeal.PARTNER, "ended").then().statusCode(422).body("errors.code", hasItem("SOURCE_SYSTEM_NOT_YOURS"));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
        file(AnAppeal.PARTNER, "12345").then().statusCode(201);
    }

    @Test
    void aNumberThatSomebodyElseHasGivenBeforeKeepsThePartnerFromNothing() {
        // Given
        StoredAppeal.in("440703101")
                .of(Known.ENTERPRISE)
                .with("source_system", "12345")
                .with("external_id", "H-2026-5")
                .with("no", "A-440703-2026-8000")
                .stored();

        // When
        Response filed = file(AnAppeal.PARTNER, "12345");

        // Then
        filed.then().log().ifValidationFails().statusCode(201);
        file(AnAppeal.PARTNER, "12345").then().statusCode(200).body("id", equalTo(filed.path("id")));
    }

    @Test
    void whatPartnersHaveFiledUnderIsRegisteredWithTheirAccounts() throws Exception {
        // Given
        ofPartner("440703101", "12345", "platform-a", "1");
        ofPartner("440703102", "12345", "platform-b", "2");
        ofPartner("440704", "12345-city", "platform-a", "3");
        ofPartner("440703101", "12345-city", "platform-a", "4");
        ofPartner("440703101", "12345-province", "platform-a", "6");
        ofPartner("440304", "12345-province", "platform-a", "7");
        StoredAppeal.in("440703101")
                .with("source_system", "mine")
                .with("external_id", "5")
                .stored();

        // Then
        assertEquals(
                List.of(
                        "12345 440703 2026-09-18 platform-a,platform-b",
                        "12345-city 4407 2026-09-18 platform-a",
                        "12345-province 44 2026-09-18 platform-a"),
                registeredBy(migration()));
    }

    private static void ofPartner(String division, String system, String account, String number) {
        StoredAppeal.in(division)
                .with("source", "PARTNER")
                .with("submitted_by", account)
                .with("source_system", system)
                .with("external_id", number)
                .stored();
    }

    /** On the schema from before, in a transaction that is taken back. */
    private static List<String> registeredBy(String migration) throws SQLException {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DROP TABLE source_system_account, source_conflict, source_system");
            statement.execute("DROP INDEX appeal_external_id");
            statement.execute(
                    "ALTER TABLE appeal ADD CONSTRAINT appeal_external_id UNIQUE (source_system, external_id)");
            statement.execute(migration);
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    SELECT concat_ws(' ', s.code, s.division, s.active_from, string_agg(a.account, ',' ORDER BY a.account))
                      FROM source_system s JOIN source_system_account a ON a.system_id = s.id
                     GROUP BY s.id ORDER BY s.code""")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            connection.rollback();
            return found;
        }
    }

    private static String migration() throws IOException {
        return new String(
                        Objects.requireNonNull(RegisteringSourceSystemsTest.class.getResourceAsStream(MIGRATION))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replaceAll("(?m)^GRANT .*$", "");
    }

    private static Map<String, Object> system(String code) {
        Map<String, Object> system = new HashMap<>();
        system.put("code", code);
        system.put("nameZh", "市民热线（虚构）");
        system.put("nameEn", "City hotline (fictional)");
        system.put("accounts", List.of(PLATFORM));
        system.put("activeFrom", "2026-01-01");
        return system;
    }

    private static Response file(Api by, String system) {
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", system);
        filing.put("externalId", "H-2026-5");
        return by.post("/v1/appeals", filing);
    }
}
