package org.pengjiang.note;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** An operation needs a permission, and permissions.properties gives it to roles. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class PermissionsTest {
    private static final Map<String, Object> NOTE = Map.of("title", "a note", "pages", 3);

    @Test
    void whoeverHasARoleWithThePermissionMayAndNobodyElse() {
        Api.as(Persona.of("may write", "440703", "WRITER"))
                .post("/v1/notes", NOTE)
                .then()
                .statusCode(201);
        Api.as(Persona.of("may read", "440703", "READER"))
                .post("/v1/notes", NOTE)
                .then()
                .statusCode(403);
        Api.as(Persona.of("has a role without permissions", "440703", "LEADER"))
                .post("/v1/notes", NOTE)
                .then()
                .statusCode(403);
    }

    /** The service gives a permission of the kit to a role of its own. */
    @Test
    void whatWaitsForOthersIsReadByWhoeverHasThePermission() {
        Api.as(Persona.of("watches over", "440703", "READER"))
                .get("/v1/tasks")
                .then()
                .statusCode(200);
        Api.as(Persona.of("watches over nothing", "440703", "WRITER"))
                .get("/v1/tasks")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void aRoleThatTheServiceDoesNotKnowIsDropped() {
        Api.as(Persona.of("has roles of others", "440703", "READER", "offline_access", "GRAND_VIZIER"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("roles", contains("READER"));
        Api.as(Persona.of("has only roles of others", "440703", "GRAND_VIZIER"))
                .post("/v1/notes", NOTE)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }
}
