package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The management port of a service that has a token: health for everybody, the rest for whoever shows it. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(OverloadTest.Small.class)
class ManagementPortTest {
    @TestHTTPResource(management = true)
    URL management;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health", "/q/health/group/operations"})
    void everybodyMayAskForHealth(String path) {
        // When
        Response answer = get(path, "");

        // Then: up or down, it tells
        assertTrue(List.of("UP", "DOWN").contains(answer.jsonPath().getString("status")), answer::asString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/openapi",
                "/q/openapi-v30",
                "/q/swagger-ui/",
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q//metrics",
                "/q/healthy",
                "/q/metrics?path=/q/health"
            })
    void theRestNeedsTheToken(String path) {
        // When
        Response none = get(path, "");
        Response wrong = get(path, "Bearer a-toke");
        Response emptied = get(path, "Bearer ");
        Response basic = get(path, "Basic a-token");

        // Then
        for (Response refused : new Response[] {none, wrong, emptied, basic}) {
            assertProblem(refused, "UNAUTHENTICATED");
            assertEquals(401, refused.statusCode());
            assertEquals("Bearer", refused.header("WWW-Authenticate"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/nope", "/q/health/group/nope", "/q/health/group", "/q/health/live/nope"})
    void aNameThatNoCheckHasIsNotFound(String path) {
        // When
        Response answer = get(path, "");

        // Then
        assertEquals(404, answer.statusCode(), answer.asString());
        assertProblem(answer, "NOT_FOUND");
    }

    @Test
    void theTokenOpensIt() {
        assertEquals(200, get("/q/metrics", "Bearer a-token").statusCode());
        assertEquals(200, get("/q/openapi", "bearer a-token").statusCode());
    }

    private Response get(String path, String authorization) {
        var request = RestAssured.given().urlEncodingEnabled(false);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request.get("http://" + management.getHost() + ":" + management.getPort() + path);
    }
}
