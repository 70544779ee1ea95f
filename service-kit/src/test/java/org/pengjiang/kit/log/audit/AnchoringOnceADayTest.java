package org.pengjiang.kit.log.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class AnchoringOnceADayTest {
    @Inject
    LogAnchors anchors;

    @Inject
    AnchorHash hash;

    @Inject
    EventLog log;

    private final MovedClock clock = new MovedClock("2031-03-01T08:00:00+08:00");

    @BeforeEach
    @AfterEach
    void noAnchor() {
        Tables.tamper("DELETE FROM log_anchor");
        Tables.tamper("DELETE FROM event_log WHERE type = 'log.anchored.v1'");
    }

    @Test
    void theTimeOfDayBringsOneAnchorAndAStartAfterItBringsNone() {
        // Given: started in the morning, hours after the time of the anchor
        DailyAnchoring job = new DailyAnchoring(anchors, hash, log, clock, "44", LocalTime.of(0, 10));

        // When / Then
        assertEquals(0, anchorsAfter(job));
        clock.now = Instant.parse("2031-03-02T00:09:59+08:00");
        assertEquals(0, anchorsAfter(job));
        clock.now = Instant.parse("2031-03-02T00:10:00+08:00");
        assertEquals(1, anchorsAfter(job));
        clock.now = Instant.parse("2031-03-02T23:00:00+08:00");
        assertEquals(1, anchorsAfter(job));
        clock.now = Instant.parse("2031-03-03T00:10:01+08:00");
        assertEquals(2, anchorsAfter(job));
    }

    private static long anchorsAfter(DailyAnchoring job) {
        Arc.container().requestContext().activate();
        try {
            job.round();
        } finally {
            Arc.container().requestContext().terminate();
        }
        return Tables.number("SELECT count(*) FROM event_log WHERE type = 'log.anchored.v1'");
    }

    private static final class MovedClock extends Clock {
        private Instant now;

        MovedClock(String start) {
            now = Instant.parse(start);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
