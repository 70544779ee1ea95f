package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.systemtests.RawConnection.Reply;

/** Swagger UI in the browser: the requests that it sends, from the management port to the service. */
@Order(3)
@ExtendWith(StartsSuite.class)
class TryItOutJourney {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final String ORIGIN = "Origin";
    private static final String ALLOWED = "access-control-allow-origin";

    private final SuiteRun suite;

    TryItOutJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void aPersonaPickedByAClickReachesEveryService() throws Exception {
        for (String service : suite.services().keySet()) {
            // Given
            String ui = management(service);
            String page = get(ui + "/q/swagger-ui/").body();
            JsonNode document = suite.management(service)
                    .get("/q/openapi?format=json")
                    .expect(200)
                    .body();
            URI server = URI.create(document.at("/servers/0/url").asText());
            String token = pick(
                    document.at("/components/securitySchemes/persona/flows/implicit/authorizationUrl")
                            .asText(),
                    ui + "/q/swagger-ui/oauth2-redirect.html",
                    "promotion-office");

            try (RawConnection connection = new RawConnection(server)) {
                // When
                Reply asked = connection.exchange(
                        "OPTIONS",
                        "/v1/me",
                        Map.of(
                                ORIGIN,
                                ui,
                                "Access-Control-Request-Method",
                                "PUT",
                                "Access-Control-Request-Headers",
                                "authorization,content-type,idempotency-key,if-match"),
                        null);
                Reply answer = connection.exchange(
                        "GET", "/v1/me", Map.of(ORIGIN, ui, "Authorization", "Bearer " + token), null);

                // Then
                assertTrue(page.contains("suite-swagger-ui"), page);
                assertEquals(suite.address(service), server);
                assertTrue(asked.status() < 300, asked.status() + " " + asked.text());
                assertEquals(ui, asked.headers().get(ALLOWED));
                assertTrue(
                        asked.headers()
                                .getOrDefault("access-control-allow-headers", "")
                                .contains("If-Match"),
                        asked.headers()::toString);
                assertEquals(200, answer.status(), answer.text());
                assertEquals(ui, answer.headers().get(ALLOWED));
                assertTrue(answer.text().contains("PROMOTION_OFFICE"), answer.text());
            }
        }
    }

    @Test
    void aRefusalIsReadableThereToo() {
        // Given
        String ui = management("project-service");

        try (RawConnection connection = new RawConnection(suite.address("project-service"))) {
            // When
            Reply answer = connection.exchange("GET", "/v1/projects/" + UUID.randomUUID(), Map.of(ORIGIN, ui), null);

            // Then
            assertEquals(401, answer.status());
            assertEquals(ui, answer.headers().get(ALLOWED));
        }
    }

    @Test
    void noOtherOriginIsLetIn() {
        try (RawConnection connection = new RawConnection(suite.address("project-service"))) {
            for (String origin : new String[] {"https://example.com", "null", management("team-service")}) {
                // When
                Reply asked = connection.exchange(
                        "OPTIONS", "/v1/me", Map.of(ORIGIN, origin, "Access-Control-Request-Method", "GET"), null);
                Reply answer = connection.exchange("GET", "/v1/me", Map.of(ORIGIN, origin), null);

                // Then
                assertNull(asked.headers().get(ALLOWED), origin);
                assertNull(answer.headers().get(ALLOWED), origin);
            }
        }
    }

    private String management(String service) {
        String readiness = suite.readiness(service).toString();
        return readiness.substring(0, readiness.indexOf("/q/"));
    }

    /** What the pop-up window does: it opens the page, somebody clicks, and the address that it is sent to holds the token. */
    private static String pick(String authorization, String back, String persona) throws Exception {
        Map<String, String> query = new HashMap<>(Map.of(
                "response_type", "token", "client_id", "suite-swagger-ui", "redirect_uri", back, "state", "any"));
        StringBuilder address = new StringBuilder(authorization).append('?');
        query.forEach((name, value) -> address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        String page = get(address.toString()).body();
        Matcher link = Pattern.compile(
                        Pattern.quote(back) + "#access_token=([^&\"]+)[^\"]*\">" + Pattern.quote(persona) + "<")
                .matcher(page);
        assertTrue(link.find(), page);
        return link.group(1);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        HttpResponse<String> answer =
                BROWSER.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), address);
        return answer;
    }
}
