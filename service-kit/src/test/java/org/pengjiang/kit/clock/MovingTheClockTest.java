package org.pengjiang.kit.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingTheClockTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Clock MACHINE = Clock.fixed(NOW, SuiteClock.ZONE);

    @TempDir
    private Path folder;

    private int writings;

    @Test
    void everyServiceThatSharesTheFileIsAtTheNewMomentAtOnce() throws IOException {
        // Given
        Clock one = new MovableClock(MACHINE, Duration.ZERO, file());
        Clock other = new MovableClock(MACHINE, Duration.ZERO, file());
        assertEquals(NOW, one.instant());

        // When
        write("2026-12-09T08:30+08:00", "2026-11-01T00:00Z");

        // Then
        Instant moved = Instant.parse("2026-12-09T00:30:00Z");
        assertEquals(moved, one.instant());
        assertEquals(moved, other.instant());
        assertEquals(moved, one.withZone(ZoneOffset.UTC).instant());
        assertEquals("Asia/Shanghai", one.getZone().getId());
    }

    @Test
    void oneThatIsStartedLaterIsWhereTheOthersAre() throws IOException {
        // Given: it stood in the past, an hour ago
        write("2022-06-30T12:00+08:00", "2026-10-31T23:00Z");

        // When
        Clock late = new MovableClock(MACHINE, Duration.ofDays(900), file());

        // Then
        assertEquals(Instant.parse("2022-06-30T05:00:00Z"), late.instant());
    }

    @Test
    void itNeverGoesBackAndGoesOnWithoutTheFileOrWithABrokenOne() throws IOException {
        // Given
        write("2026-12-09T08:30+08:00", "2026-11-01T00:00Z");
        Clock clock = new MovableClock(MACHINE, Duration.ZERO, file());
        Instant moved = clock.instant();

        // When
        write("2026-11-09T08:30+08:00", "2026-11-01T00:00Z");
        Instant back = clock.instant();
        write("tomorrow", "2026-11-01T00:00Z");
        Instant broken = clock.instant();
        Files.delete(file());
        Instant gone = clock.instant();
        write("2026-12-09T08:31+08:00", "2026-11-01T00:00Z");

        // Then
        assertEquals(List.of(moved, moved, moved), List.of(back, broken, gone));
        assertEquals(moved.plusSeconds(60), clock.instant());
    }

    @Test
    void aBrokenFileIsRefusedAtTheStart() throws IOException {
        write("tomorrow", "2026-11-01T00:00Z");
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> new MovableClock(MACHINE, Duration.ZERO, file()));
        assertTrue(refusal.getMessage().startsWith(file() + " has to name the moments"), refusal.getMessage());
    }

    @Test
    void productionRefusesToStartWithAClockThatCanBeMoved() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> SuiteClock.of(Optional.empty(), Optional.empty(), Optional.of(file()), List.of("prod")));
        assertTrue(refusal.getMessage().startsWith("suite.clock.file is set"), refusal.getMessage());
    }

    @Test
    void itStartsElsewhereAndIsMovedFromThere() throws IOException {
        // Given
        Instant start = Instant.parse("2022-06-30T01:00:00Z");
        Clock clock = SuiteClock.of(Optional.of(start), Optional.empty(), Optional.of(file()), List.of("demo"));
        Duration atFirst = Duration.between(start, clock.instant());

        // When
        write("2022-07-01T09:00+08:00", Instant.now().toString());

        // Then
        assertTrue(atFirst.toSeconds() < 30, atFirst::toString);
        Duration moved = Duration.between(start.plus(Duration.ofDays(1)), clock.instant());
        assertTrue(!moved.isNegative() && moved.toSeconds() < 30, moved::toString);
    }

    private Path file() {
        return folder.resolve("clock");
    }

    private void write(String start, String began) throws IOException {
        Path incomplete = folder.resolve("clock.incomplete");
        Files.writeString(incomplete, "start=" + start + "\nbegan=" + began + "\n");
        // however quickly a test writes, each writing is later than the one before
        Files.setLastModifiedTime(incomplete, FileTime.from(NOW.plusSeconds(++writings)));
        Files.move(incomplete, file(), StandardCopyOption.ATOMIC_MOVE);
    }
}
