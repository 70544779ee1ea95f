package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.identifiers.Cases.refused;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptingACodeThatFailsItsCheckTest {

    private static final String FAILING = "91350211M0000XUF46";

    @Test
    void takesReasonAndTwoPersons() {
        // When
        UsccOverride override = UsccOverride.of(" 91350211-m0000xuf46", " seen on the licence ", "clerk-1", "clerk-2");

        // Then
        assertEquals(FAILING, override.uscc().value());
        assertEquals("seen on the licence", override.reason());
        assertEquals(CheckLevel.FORMAT, override.uscc().checkLevel());
        assertEquals(
                List.of("USCC_CHECK_OVERRIDDEN"),
                override.uscc().warnings().stream().map(Finding::code).toList());
    }

    @Test
    void refusesTheSamePersonTwiceHoweverItIsWritten() {
        refused("USCC_OVERRIDE_PERSONS", () -> UsccOverride.of(FAILING, "reason", "clerk-1", "clerk-1"));
        refused("USCC_OVERRIDE_PERSONS", () -> UsccOverride.of(FAILING, "reason", "clerk-1", " CLERK-1 "));
    }

    @Test
    void refusesAMissingPerson() {
        refused("USCC_OVERRIDE_PERSONS", () -> UsccOverride.of(FAILING, "reason", "clerk-1", " "));
        refused("USCC_OVERRIDE_PERSONS", () -> UsccOverride.of(FAILING, "reason", null, "clerk-2"));
    }

    @Test
    void refusesAMissingOrEndlessReason() {
        refused("USCC_OVERRIDE_REASON", () -> UsccOverride.of(FAILING, "  ", "clerk-1", "clerk-2"));
        refused("USCC_OVERRIDE_REASON", () -> UsccOverride.of(FAILING, null, "clerk-1", "clerk-2"));
        refused("USCC_OVERRIDE_REASON", () -> UsccOverride.of(FAILING, "x".repeat(501), "clerk-1", "clerk-2"));
    }

    @Test
    void refusesACodeThatNeedsNone() {
        refused(
                "USCC_OVERRIDE_NOT_NEEDED",
                () -> UsccOverride.of("91440703MA5ABCDE5X", "reason", "clerk-1", "clerk-2"));
    }

    @Test
    void neverMendsAWrongShape() {
        refused("USCC_SHAPE", () -> UsccOverride.of("91350211M0000XUF4", "reason", "clerk-1", "clerk-2"));
        refused("USCC_BLANK", () -> UsccOverride.of(null, "reason", "clerk-1", "clerk-2"));
    }
}
