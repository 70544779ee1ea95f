package org.pengjiang.project.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.SealedRows;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.ProjectStack;

/** What this service keeps sealed is known to the rotation of the keys, column by column. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class RotatingKeysTest {
    @Inject
    @All
    List<SealedColumn> columns;

    @Inject
    DataKeys keys;

    @Inject
    DataSource database;

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void everySealedColumnIsRegisteredAndOpensInItsContext() {
        // Given
        AProject.registered("120000000.00");
        AProject.CAPTAIN
                .post(
                        "/v1/investors",
                        Map.of("name", "Fictional Person", "country", "US", "idType", "PASSPORT", "idNo", "E12345678"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        // When
        Map<String, Integer> opened = SealedRows.open(database, keys, columns);

        // Then
        assertEquals(
                Map.of(
                        "investor.id_sealed", 1,
                        "investor.name_sealed", 1,
                        "data_key.key_sealed", 1,
                        "project.contact_sealed", 1,
                        "notice_address.address_sealed", 0),
                opened);
    }

    @Test
    void whoeverRunsThePlatformSeesEveryColumnAndNobodyElseDoes() {
        // When
        Response answer = Api.as("platform-admin").get("/v1/admin/encryption");

        // Then
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals("t1", answer.path("currentKey"));
        assertEquals(List.of(), answer.path("unregistered"));
        assertEquals(
                List.of("data_key", "event_log", "idempotency", "investor", "investor", "notice_address", "project"),
                answer.path("columns.table"));
        assertEquals(403, AProject.OFFICE.get("/v1/admin/encryption").statusCode());
        assertEquals(403, Api.as("admin").get("/v1/admin/encryption").statusCode());
        assertEquals(401, Api.anonymous().get("/v1/admin/encryption").statusCode());
    }
}
