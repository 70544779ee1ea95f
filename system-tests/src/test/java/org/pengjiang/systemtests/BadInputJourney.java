package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * Every operation that the services describe of themselves, with what careless and malicious callers send. The last
 * journey, because these callers are over their limit afterwards.
 */
@Order(10)
@ExtendWith(StartsSuite.class)
class BadInputJourney {
    private static final List<String> PERSONAS = List.of("promotion-office", "team-captain", "admin", "enterprise");
    private static final Map<String, String> BODIES = Map.of(
            "not JSON", "{\"name\": ",
            "another shape", "[1, 2, 3]",
            "nothing", "",
            "unknown and wrong", "{\"nmae\": 1, \"kind\": [], \"year\": 1e999999999, \"lines\": {\"a\": null}}",
            "NUL and surrogate", "{\"name\": \"\\u0000\\ud800\", \"code\": \"\\u0000\", \"to\": \"\\u0000\"}",
            "deep", "[".repeat(5_000));

    private final SuiteRun suite;

    BadInputJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @Test
    void isNeverTheServersFaultAndAlwaysAProblemDocument() {
        for (String service : suite.services().keySet()) {
            // Given
            SuiteClient client = suite.services().get(service);
            List<Operation> operations = Operation.describedBy(suite.management(service));
            long before = logRows(client);
            int refused = 0;

            // When
            for (Operation operation : operations) {
                for (String persona : PERSONAS) {
                    for (Map.Entry<String, String> body : BODIES.entrySet()) {
                        Answer answer = send(client.as(persona), operation, body.getValue());
                        refused +=
                                assertNotTheServersFault(answer, operation + " as '" + persona + "': " + body.getKey());
                    }
                }
            }

            // Then
            assertTrue(operations.size() > 15, service + " describes " + operations.size() + " operations");
            assertTrue(refused > operations.size(), "refused " + refused);
            assertEquals(before, logRows(client), "rows in the log of " + service);
        }
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        for (String service : suite.services().keySet()) {
            // Given
            SuiteClient nobody = suite.services().get(service).as("");
            Operation operation =
                    Operation.describedBy(suite.management(service)).getFirst();

            // When
            Answer answer = send(nobody, operation, "{}");

            // Then
            assertEquals(401, answer.status(), operation::toString);
            assertNotTheServersFault(answer, operation.toString());
        }
    }

    private static Answer send(SuiteClient client, Operation operation, String body) {
        String path = operation
                .path()
                .replaceAll("\\{[^}]*[iI]d}", UUID.randomUUID().toString())
                .replaceAll("\\{year}", "2026")
                .replaceAll("\\{seq}", "1")
                .replaceAll("\\{[^}]*}", "%00%F0%9F%98%80'--");
        boolean carriesBody = operation.carriesBody();
        return client.send(
                operation.method(),
                path + (carriesBody ? "" : "?nonsense=%00&limit=-1&cursor=%27"),
                carriesBody ? body.getBytes(StandardCharsets.UTF_8) : null,
                carriesBody ? operation.contentType() : null,
                carriesBody ? Map.of("If-Match", "\"1\"") : Map.of());
    }

    private static int assertNotTheServersFault(Answer answer, String what) {
        assertTrue(answer.status() < 500, () -> what + " was answered " + answer.status() + ": " + answer.body());
        if (answer.status() < 400) {
            return 0;
        }
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""),
                () -> what + ": " + answer.body());
        for (String member : List.of("type", "title", "code", "traceId")) {
            assertFalse(answer.body().path(member).asText().isEmpty(), () -> what + " lacks " + member);
        }
        assertEquals(answer.status(), answer.body().path("status").asInt(), what);
        return 1;
    }

    private static long logRows(SuiteClient client) {
        // so many requests in so short a time are limited, as they should be
        Answer verified = client.as("auditor").get("/v1/admin/audit/verify");
        for (int i = 0; i < 60 && verified.status() == 429; i++) {
            SuiteRun.pause(Duration.ofMillis(500));
            verified = client.as("auditor").get("/v1/admin/audit/verify");
        }
        return verified.expect(200).body().path("rows").asLong();
    }
}
