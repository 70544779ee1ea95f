package org.pengjiang.localstack.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The realm of a district promises the services the same claims as the one of the demo, and nobody is in it. */
class ProductionRealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void givesTheSameClaimsAndHoldsNobody() throws Exception {
        // Given
        JsonNode demo = read("pengjiang-realm.json");

        // When
        JsonNode production = read("production-realm.json");

        // Then
        for (String common :
                new String[] {"realm", "roles", "defaultRole", "components", "defaultSignatureAlgorithm"}) {
            assertEquals(demo.path(common), production.path(common), common);
        }
        assertEquals(scope(demo), scope(production));
        assertFalse(production.has("users"));
        assertFalse(production.has("clients"));
        assertFalse(production.toString().contains("\"secret\""));
        assertTrue(production.path("bruteForceProtected").asBoolean());
    }

    @Test
    void keepsWhoSignedInAndWhatAdministratorsDidForAYear() throws Exception {
        // When
        JsonNode production = read("production-realm.json");

        // Then
        assertTrue(production.path("eventsEnabled").asBoolean());
        assertTrue(production.path("adminEventsEnabled").asBoolean());
        assertEquals(365 * 24 * 3600, production.path("eventsExpiration").asLong());
        // the details would be a second place where names and addresses of people stand
        assertFalse(production.path("adminEventsDetailsEnabled").asBoolean(true));
    }

    private static JsonNode scope(JsonNode realm) {
        for (JsonNode scope : realm.path("clientScopes")) {
            if (scope.path("name").asText().equals("pengjiang")) {
                return scope;
            }
        }
        throw new IllegalStateException("the realm has no client scope pengjiang");
    }

    private static JsonNode read(String file) throws Exception {
        return JSON.readTree(Path.of("../docker/keycloak", file).toFile());
    }
}
