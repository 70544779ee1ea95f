package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The management port of a service in production to which nobody gave a token: it shows its health only. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
@TestProfile(ClosedManagementPortTest.AsInProduction.class)
class ClosedManagementPortTest {
    public static class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.management.open", "false",
                    "quarkus.swagger-ui.enabled", "false",
                    "quarkus.smallrye-openapi.enabled", "false");
        }
    }

    @TestHTTPResource(management = true)
    URL management;

    @Test
    void itShowsItsHealthOnly() {
        assertEquals(200, status("q/health/live", ""));
        assertEquals(401, status("q/metrics", ""));
        assertEquals(401, status("q/metrics", "Bearer "));
        assertEquals(401, status("q/openapi", "Bearer null"));
        assertEquals(401, status("q/swagger-ui/", ""));
    }

    private int status(String path, String authorization) {
        return RestAssured.given()
                .header("Authorization", authorization)
                .get(management.getProtocol() + "://" + management.getHost() + ":" + management.getPort() + "/" + path)
                .statusCode();
    }
}
