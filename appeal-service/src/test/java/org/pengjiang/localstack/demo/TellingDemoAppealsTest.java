package org.pengjiang.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.localstack.client.SuiteClient;

/** What the demo district tells of appeals is what this service takes, and telling it again changes nothing. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class TellingDemoAppealsTest {
    private static final Pattern USERNAME = Pattern.compile("username=([a-z0-9-]+)");
    private static final List<String> PERSONAS =
            List.of("dispatcher", "enterprise", "enterprise-2", "unit-clerk", "unit-head");

    @BeforeEach
    void knowWhatTheOthersOwn() {
        Database.reset();
        DemoTeam.all().forEach(team -> Neighbours.unit(team.unitCode(), team.division(), team.unitKind()));
    }

    @Test
    void everyAppealOfTheDemoStandsWhereItShould() throws IOException {
        // Given
        UUID project = Neighbours.project("440703101");
        Neighbours.openClass(project, "440703101", "440703101", "leader", "head", List.of());
        HttpServer tokens = tokens();
        try {
            SuiteClient suite = SuiteClient.of(
                    URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                    URI.create("http://127.0.0.1:" + RestAssured.port));
            DemoAppeals demo = new DemoAppeals(suite, "2026-09-18", title -> {});

            // When
            demo.tell(project.toString());
            demo.tell(project.toString());
        } finally {
            tokens.stop(0);
        }

        // Then
        assertEquals(
                List.of("DISPATCHED", "CLOSED", "IN_PROGRESS", "SUBMITTED", "DISPATCHED"),
                Api.as("supervisor").get("/v1/appeals").path("items.state"));
        assertEquals(3, AnAppeal.CLERK.get("/v1/inbox").<List<?>>path("items").size());
        assertEquals(
                11,
                Api.as("dispatcher")
                        .get("/v1/dispatch-rules")
                        .<List<?>>path("items")
                        .size());
    }

    /** As the issuer of the suite does it: a token for a persona by name. */
    private static HttpServer tokens() throws IOException {
        Map<String, String> tokens = PERSONAS.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Persona.named(name).token()));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher username = USERNAME.matcher(form);
            String token = username.find() ? tokens.get(username.group(1)) : null;
            byte[] answer = "{\"access_token\":\"%s\",\"expires_in\":3600}"
                    .formatted(token)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(token == null ? 401 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
