package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.texts;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.things.CountsThings;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.LogLines;
import org.pengjiang.kit.things.Spans;
import org.pengjiang.kit.things.UseThings;
import org.pengjiang.kit.trace.Trace;

/** With OpenTelemetry on, a request and what it causes elsewhere are one trace. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
@TestProfile(TracingAnEventTest.TelemetryOn.class)
class TracingAnEventTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    public static class TelemetryOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "10ms");
        }
    }

    @Inject
    Spans spans;

    @Inject
    UseThings use;

    @Inject
    CountsThings consumer;

    @Inject
    EventTracing tracing;

    @Inject
    MessageReader reader;

    @Test
    void requestLogRowAndConsumerAreOneTrace() {
        try (LogLines lines = new LogLines()) {
            // Given
            String parent = "00-" + TRACE + "-" + CALLER + "-01";

            // When
            String thing = RestAssured.given()
                    .header("traceparent", parent)
                    .post("/v1/things")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            // Then
            await(() -> spans.of(TRACE).stream()
                            .filter(span -> span.getKind() == SpanKind.CONSUMER)
                            .count()
                    == 2);
            SpanData server = one(SpanKind.SERVER);
            assertEquals(CALLER, server.getParentSpanId());
            List<String> rows = texts("SELECT trace_parent FROM event_log WHERE subject = ?::uuid", thing);
            String ofTheSpan = "00-" + TRACE + "-" + server.getSpanId() + "-01";
            assertEquals(List.of(ofTheSpan, ofTheSpan), rows);
            SpanData counted = spans.of(TRACE).stream()
                    .filter(span -> "kit.thing-counted.v1".equals(attribute(span, "cloudevents.event_type")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(server.getSpanId(), counted.getParentSpanId());
            assertEquals("process kit.events", counted.getName());
            assertEquals("kafka", attribute(counted, "messaging.system"));
            assertEquals("process", attribute(counted, "messaging.operation.type"));
            assertEquals("kit.events", attribute(counted, "messaging.destination.name"));
            assertEquals("kit.counts", attribute(counted, "messaging.consumer.group.name"));
            assertEquals(thing, attribute(counted, "cloudevents.event_subject"));
            assertEquals("applied", attribute(counted, "suite.inbox.outcome"));
            assertEquals(List.of(TRACE), lines.traceIdsOf("counted " + thing));
            assertEquals(List.of(TRACE), lines.traceIdsOf("seen " + thing));
        }
    }

    @Test
    void aProblemNamesTheTraceOfItsSpan() {
        // Given
        String trace = "1af7651916cd43dd8448eb211c80319d";

        // When
        String named = RestAssured.given()
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .extract()
                .path("traceId");

        // Then
        assertEquals(trace, named);
    }

    @Test
    void aFailureStandsInTheSpanOfEachTry() {
        try {
            // Given: what begins here without a span is recorded nowhere unless whoever called wants it
            Trace.begin("00-2af7651916cd43dd8448eb211c80319e-" + CALLER + "-01");
            consumer.breakOn(13);
            var thing = use.make(UseThings.DISTRICT, "breaks");

            // When
            use.count(thing, 13);

            // Then
            await(() -> !texts("SELECT id FROM parked_event WHERE subject = ?", thing)
                    .isEmpty());
            String trace = texts(
                            "SELECT substr(trace_parent, 4, 32) FROM event_log WHERE subject = ? AND type LIKE '%counted%'",
                            thing)
                    .getFirst();
            await(() -> failed(trace).size() == 3);
            assertEquals(
                    "java.lang.IllegalStateException", attribute(failed(trace).getFirst(), "error.type"));
            assertNotEquals(
                    failed(trace).get(0).getSpanId(), failed(trace).get(1).getSpanId());
        } finally {
            consumer.mend();
            Trace.end();
        }
    }

    @Test
    void theSpanOfAFailureOfTheDatabaseHoldsNoRow() {
        // Given
        String trace = "3af7651916cd43dd8448eb211c80319f";
        Message message = reader.read(
                "kit.events",
                0,
                1,
                Ids.next().toString(),
                Map.of("traceparent", "00-" + trace + "-" + CALLER + "-01"),
                new byte[] {'{'});
        SQLException quotes = new SQLException("Key (phone)=(13800138000) already exists.", "23505");

        // When
        try (EventTracing.Handling handling = tracing.begin(consumer, message)) {
            handling.failed(new IllegalStateException(quotes));
        }

        // Then
        await(() -> failed(trace).size() == 1);
        String recorded = failed(trace).getFirst().getEvents().stream()
                .map(event -> event.getAttributes().asMap().toString())
                .collect(Collectors.joining());
        assertTrue(recorded.contains("23505"), recorded);
        assertFalse(recorded.contains("13800138000"), recorded);
    }

    private List<SpanData> failed(String trace) {
        return spans.of(trace).stream()
                .filter(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                .toList();
    }

    private SpanData one(SpanKind kind) {
        List<SpanData> found =
                spans.of(TRACE).stream().filter(span -> span.getKind() == kind).toList();
        assertEquals(1, found.size(), () -> kind + ": " + found);
        return found.getFirst();
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
