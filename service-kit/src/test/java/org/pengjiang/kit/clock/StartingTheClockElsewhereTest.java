package org.pengjiang.kit.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** The machine counts nanoseconds: of a thousand moments nearly all have some. */
    @Test
    void everyMomentIsOfWholeMicroseconds(@TempDir Path folder) throws IOException {
        // Given
        Instant began = Instant.parse("2026-09-18T01:00:00.123456789Z");
        Path file = Files.writeString(
                folder.resolve("clock"), "start=2026-10-09T08:30:00.987654321+08:00\nbegan=" + began + "\n");
        List<Clock> clocks = List.of(
                SuiteClock.of(Optional.empty(), Optional.empty(), Optional.empty(), List.of("prod")),
                SuiteClock.of(Optional.of(START.plusNanos(1)), Optional.of(began), Optional.empty(), List.of("demo")),
                SuiteClock.of(Optional.empty(), Optional.empty(), Optional.of(file), List.of("demo")));

        // When
        List<Instant> moments = clocks.stream()
                .flatMap(clock -> Stream.generate(clock::instant).limit(1000))
                .toList();

        // Then
        assertEquals(
                List.of(),
                moments.stream()
                        .filter(moment -> !moment.equals(moment.truncatedTo(ChronoUnit.MICROS)))
                        .limit(3)
                        .toList());
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
