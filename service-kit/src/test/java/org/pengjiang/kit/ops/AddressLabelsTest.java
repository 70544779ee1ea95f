package org.pengjiang.kit.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The labels of requests take known values only. */
class AddressLabelsTest {
    private static final String TEMPLATE = "/v1/notes/{id}";

    @Test
    void everyOddMethodAndEveryOddAddressIsOneSeries() {
        // Given
        SimpleMeterRegistry meters = registry();

        // When
        for (int i = 0; i < 50; i++) {
            count(meters, "http.server.requests", "X" + i, "/" + i);
        }

        // Then
        List<Meter> kept = meters.getMeters();
        assertEquals(1, kept.size());
        assertEquals("OTHER", kept.getFirst().getId().getTag("method"));
        assertEquals("UNROUTED", kept.getFirst().getId().getTag("uri"));
        assertEquals("401", kept.getFirst().getId().getTag("status"));
    }

    @Test
    void whatIsKnownKeepsItsName() {
        // Given
        SimpleMeterRegistry meters = registry();

        // When
        Meter.Id routed = count(meters, "http.server.requests", "PATCH", TEMPLATE);
        Meter.Id unrouted = count(meters, "http.server.requests", "GET", "NOT_FOUND");
        Meter.Id another = count(meters, "another.meter", "X1", "/1");

        // Then
        assertEquals("PATCH", routed.getTag("method"));
        assertEquals(TEMPLATE, routed.getTag("uri"));
        assertEquals("NOT_FOUND", unrouted.getTag("uri"));
        assertEquals("X1", another.getTag("method"));
        assertEquals("/1", another.getTag("uri"));
    }

    private static SimpleMeterRegistry registry() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.config().meterFilter(AddressLabels.knownOnly(Set.of(TEMPLATE)));
        return meters;
    }

    private static Meter.Id count(SimpleMeterRegistry meters, String name, String method, String uri) {
        return meters.counter(name, "method", method, "uri", uri, "status", "401")
                .getId();
    }
}
