package org.pengjiang.kit.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StartingTheClockElsewhereTest {
    private static final Instant START = Instant.parse("2022-06-30T01:00:00Z");

    @Test
    void itRunsOnFromThere() {
        // Given
        Clock clock = SuiteClock.of(Optional.of(START), Optional.empty(), Optional.empty(), List.of("demo"));
        Instant first = clock.instant();

        // When
        Awaitility.await().until(() -> clock.instant().isAfter(first));

        // Then
        assertTrue(Duration.between(START, first).compareTo(Duration.ofSeconds(5)) < 0);
        assertEquals("Asia/Shanghai", clock.getZone().getId());
    }

    @Test
    void aServiceThatIsStartedAgainIsWhereTheOthersAre() {
        // Given
        Instant began = Instant.now().minusSeconds(3600);

        // When
        Clock late = SuiteClock.of(Optional.of(START), Optional.of(began), Optional.empty(), List.of("demo"));

        // Then
        assertTrue(
                Duration.between(START.plusSeconds(3600), late.instant()).abs().toSeconds() < 5);
    }

    @Test
    void productionRefusesToStartWithIt() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> SuiteClock.of(Optional.of(START), Optional.empty(), Optional.empty(), List.of("prod")));
        assertTrue(refusal.getMessage().contains("suite.clock.start"));
    }

    @Test
    void withoutItProductionRunsOnTheMachinesTime() {
        Clock clock = SuiteClock.of(Optional.empty(), Optional.empty(), Optional.empty(), List.of("prod"));
        assertTrue(Duration.between(clock.instant(), Instant.now()).abs().toSeconds() < 5);
    }
}
