package org.pengjiang.kit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on with events while OpenTelemetry is off. */
class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @AfterEach
    void forget() {
        Trace.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void itSaysOfTheRecordingWhatTheCallerSaid(String flags) {
        Trace.begin("00-" + TRACE + "-" + CALLER + "-" + flags);

        String parent = Trace.parent();

        assertTrue(parent.startsWith("00-" + TRACE + "-"), parent);
        assertTrue(parent.endsWith("-" + flags), parent);
        assertNotEquals(CALLER, parent.split("-")[2]);
    }

    @Test
    void nobodyRecordsWhatBeganHere() {
        Trace.begin(null);

        assertTrue(Trace.parent().endsWith("-00"), Trace.parent());
        assertEquals(Trace.requestId(), Trace.parent().split("-")[2]);
    }
}
