package org.pengjiang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However large the pool and however the shares are set, requests never take all of it. */
class ShareOfThePoolTest {
    @Test
    void ofTwentyConnectionsSixteenAreForRequestsAndFourForConsumersAndJobs() {
        // Given
        EdgeConfig config = config(Map.of());

        // Then
        assertEquals(16, Share.ofRequests(20, config.work()));
        assertEquals(14, Share.of(20, WorkClass.READ, config.work()));
        assertEquals(14, Share.of(20, WorkClass.COMMAND, config.work()));
        assertEquals(4, Share.of(20, WorkClass.BULK, config.work()));
        assertEquals(8, Share.of(16, config.accountPercent()), "one account");
    }

    @Test
    void everyPoolKeepsSomethingBackAndEveryClassHasAPlace() {
        for (int reserve : new int[] {0, 1, 20, 50, 100}) {
            EdgeConfig.Work work = config(Map.of(
                            "suite.http.work.reserve-percent",
                            Integer.toString(reserve),
                            "suite.http.work.reads-percent",
                            "100"))
                    .work();
            for (int pool = 2; pool <= 200; pool++) {
                int requests = Share.ofRequests(pool, work);
                assertTrue(requests >= 1 && requests < pool, requests + " of " + pool + " with " + reserve + " %");
                for (WorkClass kind : WorkClass.values()) {
                    int places = Share.of(pool, kind, work);
                    assertTrue(places >= 1 && places <= requests, kind + ": " + places + " of " + pool);
                }
            }
        }
    }

    private static EdgeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                // durations as the framework reads them
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "settings", 900))
                .withMapping(EdgeConfig.class)
                .build()
                .getConfigMapping(EdgeConfig.class);
    }
}
