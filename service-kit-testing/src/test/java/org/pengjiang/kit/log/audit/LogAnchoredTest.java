package org.pengjiang.kit.log.audit;

import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.EventSchemas;

/** The kit's own promise: its record is what the contract says. */
class LogAnchoredTest {
    @Test
    void theRecordKeepsItsContract() {
        EventSchemas.assertProduces(LogAnchored.class, "log.anchored.v1");
    }
}
