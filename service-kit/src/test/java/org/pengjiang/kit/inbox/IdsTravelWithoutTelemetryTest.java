package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.LogLines;
import org.pengjiang.kit.things.Spans;

/** OpenTelemetry is off unless it is asked for: the ids go from request to row to consumer all the same. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class IdsTravelWithoutTelemetryTest {
    private static final String TRACE = "2af7651916cd43dd8448eb211c80319e";

    @Inject
    Spans spans;

    @Test
    void requestLogRowAndConsumerCarryOneTraceId() {
        try (LogLines lines = new LogLines()) {
            // When
            String thing = RestAssured.given()
                    .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .post("/v1/things")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            // Then
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !lines.traceIdsOf("seen " + thing).isEmpty());
            assertEquals(List.of(TRACE), lines.traceIdsOf("seen " + thing));
            assertEquals(List.of(TRACE), lines.traceIdsOf("counted " + thing));
            List<String> rows = texts("SELECT trace_parent FROM event_log WHERE subject = ?::uuid", thing);
            assertEquals(2, rows.size());
            rows.forEach(row -> assertTrue(row.startsWith("00-" + TRACE + "-"), row));
            assertTrue(spans.of(TRACE).isEmpty());
        }
    }
}
