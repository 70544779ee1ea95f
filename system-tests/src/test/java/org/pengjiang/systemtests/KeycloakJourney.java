package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.localstack.demo.ProjectJourney;
import org.pengjiang.localstack.issuer.IssuerOptions;
import org.pengjiang.localstack.issuer.TokenIssuer;

/**
 * The suite behind the real Keycloak: the realm file is imported, the demo district was loaded with its tokens, and nothing
 * tells it from the small issuer. It runs beside the journeys over the other suite.
 */
@Order(20)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SuiteRun.PROCESSORS)
class KeycloakJourney {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Which token, from when to when, from whom, and what Keycloak says of the session: not of the person. */
    private static final List<String> OF_THE_TOKEN = List.of("iss", "iat", "exp", "jti", "typ", "azp", "sid", "scope");

    private static SuiteRun suite;
    private static TokenIssuer small;

    @BeforeAll
    static void start() {
        suite = SuiteRun.startWithKeycloak();
        small = TokenIssuer.start(IssuerOptions.forTests());
    }

    @AfterAll
    static void stop() {
        if (small != null) {
            small.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void everyPersonaHasTheSameClaimsFromBothIssuers() throws Exception {
        // Given
        Map<String, JsonNode> expected = new TreeMap<>();
        Map<String, JsonNode> real = new TreeMap<>();

        // When
        for (String persona : small.personas()) {
            expected.put(persona, claims(small.tokenFor(persona)));
            real.put(persona, claims(suite.project().as(persona).token()));
        }

        // Then
        assertEquals(23, real.size());
        assertEquals(expected, real);
    }

    @Test
    void aPlatformActsByItsOwnSecret() throws Exception {
        // Given
        String grant = "grant_type=client_credentials&client_id=city-platform&client_secret=city-platform";
        String token = granted(suite.tokenEndpoint(), grant);

        // When
        HttpResponse<String> me = get("/v1/me", token);

        // Then
        assertEquals(claims(granted(small.tokenEndpoint(), grant)), claims(token));
        assertEquals(200, me.statusCode(), me::body);
        assertTrue(me.body().contains("\"PARTNER\"") && me.body().contains("\"4407\""), me::body);
    }

    @Test
    void aProjectIsSignedByTwoPeopleAndCredited() {
        // Given
        SuiteClient team = suite.team().as("promotion-office");
        Board before = Board.read(team, suite.today());
        ProjectJourney project = new ProjectJourney(
                        suite.project(),
                        "统一身份演示项目（虚构）" + System.nanoTime(),
                        suite.today().toString(),
                        "100000000.01")
                .registered("NEW_ELECTRONICS", "C3911")
                .shared(Map.of(before.teamId("T01"), 10_000))
                .negotiating()
                .underReview()
                .admitted()
                .readyToSign();

        // When
        project.confirmed(project.askedForSignature(), "promotion-office");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        before.of("T01").add(new BigDecimal("100000000.01")),
                        Board.read(team, suite.today()).of("T01")));
    }

    @Test
    void aTokenOfAnotherIssuerOpensNothing() throws Exception {
        // Given
        String foreign = small.tokenFor("admin");

        // When
        HttpResponse<String> refused = get("/v1/me", foreign);

        // Then
        assertEquals(401, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("UNAUTHENTICATED"), refused::body);
        assertEquals(
                403,
                suite.project().as("enterprise").get("/v1/admin/parked-events").status());
    }

    private static JsonNode claims(String token) throws IOException {
        ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return claims.remove(OF_THE_TOKEN);
    }

    private static String granted(URI tokenEndpoint, String form) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertEquals(200, response.statusCode(), response::body);
        return JSON.readTree(response.body()).path("access_token").asText();
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(suite.address("project-service").resolve(path))
                .header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        }
    }
}
