package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventContractsTest {
    @TestFactory
    Stream<DynamicTest> everyExampleMatchesItsSchema() {
        return EventSchemas.everyExampleMatches();
    }

    @Test
    void whatDoesNotMatchIsNamedWithEveryFault() {
        String json = EventSchemas.example("log.anchored.v1")
                .replace("2026-03-05", "5 March")
                .replace("\"subjects\": 317", "\"subjects\": -1, \"more\": true");

        AssertionError refusal =
                assertThrows(AssertionError.class, () -> EventSchemas.assertMatches("log.anchored.v1", json));

        assertTrue(refusal.getMessage().contains("/day"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("/subjects"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("more"), refusal.getMessage());
    }

    @Test
    void aTypeWithoutContractHasNoExample() {
        assertThrows(AssertionError.class, () -> EventSchemas.example("nobody.knows.v1"));
    }
}
