package org.pengjiang.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.localstack.StackFailure;

/** The time of a suite: set, moved forward, never back. */
class SuiteTimeTest {

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-10-09T08:30:00+08:00");

    @TempDir
    private Path home;

    private SuiteFolder folder;
    private SuiteTime time;

    @BeforeEach
    void setUp() {
        folder = new SuiteFolder(home, home);
        time = new SuiteTime(folder);
    }

    @Test
    void isTheMachinesUntilItIsSet() {
        assertEquals(Optional.empty(), time.begin(Optional.empty()));
        assertFalse(time.isSet());
        assertAbout(OffsetDateTime.now(SuiteTime.DISTRICT), time.now());
    }

    @Test
    void startsWhereItIsAskedToAndNextTimeGoesOn() {
        // Given
        OffsetDateTime past = OffsetDateTime.parse("2022-06-30T12:00:00+08:00");

        // When
        String first = time.begin(Optional.of(past)).orElseThrow();
        time.moveTo(past.plusDays(3));
        String again = time.begin(Optional.of(past)).orElseThrow();
        String without = time.begin(Optional.empty()).orElseThrow();
        String later = time.begin(Optional.of(past.plusDays(9))).orElseThrow();

        // Then
        assertTrue(first.startsWith("starts at 2022-06-30T12:0"), first);
        assertTrue(again.startsWith("goes on at 2022-07-03T12:0"), again);
        assertTrue(again.endsWith("; it never goes back, ./suite reset begins afresh"), again);
        assertTrue(without.matches("goes on at 2022-07-03T12:0\\d:\\d\\d\\+08:00"), without);
        assertTrue(later.startsWith("starts at 2022-07-09T12:0"), later);
    }

    @Test
    void dataOfTheMachinesTimeIsNotTakenBack() throws IOException {
        // Given
        Files.createDirectory(folder.postgresql());

        // When
        String back = time.begin(Optional.of(OffsetDateTime.parse("2022-06-30T12:00:00+08:00")))
                .orElseThrow();
        boolean wasSet = time.isSet();
        String ahead = time.begin(Optional.of(MORNING.plusYears(2))).orElseThrow();

        // Then
        assertTrue(back.endsWith("; it never goes back, ./suite reset begins afresh"), back);
        assertFalse(wasSet);
        assertTrue(ahead.startsWith("starts at 2028-10-09T08:3"), ahead);
    }

    @Test
    void neverGoesBack() {
        // Given
        time.moveTo(MORNING.plusYears(2));

        // When
        StackFailure refusal = assertThrows(StackFailure.class, () -> time.moveTo(MORNING));

        // Then
        assertTrue(
                refusal.getMessage().startsWith("The suite's clock stands at 2028-10-09T08:3"), refusal.getMessage());
        assertTrue(
                refusal.getMessage()
                        .endsWith(
                                " and never goes back, so not to 2026-10-09T08:30:00+08:00; ./suite reset begins afresh."),
                refusal.getMessage());
        assertAbout(MORNING.plusYears(2), time.now());
    }

    @Test
    void everyMoveIsSeenByTheFilesTimeHoweverQuicklyTheyFollow() {
        // Given
        Set<Long> seen = new HashSet<>();

        // When
        for (int year = 1; year <= 20; year++) {
            time.moveTo(MORNING.plusYears(year));
            seen.add(folder.clock().toFile().lastModified());
        }

        // Then
        assertEquals(20, seen.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-09T08:30", "2026-10-09T08:30:00", "2026-10-09T08:30+08:00", "2026-10-09T00:30:00.000Z"})
    void aMomentWithoutAnOffsetIsOneOfTheDistrict(String text) {
        assertEquals(MORNING.toInstant(), SuiteTime.parse(text).orElseThrow().toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-10-09",
                "08:30",
                "2026-13-09T08:30",
                "2026-10-09T08:30+25:00",
                "1999-12-31T23:59",
                "2099-01-01T00:00",
                "2098-12-31T16:00Z",
                "2099-12-31T23:59"
            })
    void whatIsNoMomentWithAYearOfCalendarBehindItIsRefused(String text) {
        StackFailure refusal = assertThrows(
                StackFailure.class, () -> new ClockCommand(folder, new PrintStream(System.out)).run(List.of(text)));
        assertEquals(
                "The clock moves to a moment such as 2030-01-02T08:30 (in Asia/Shanghai) or 2030-01-02T00:30:00Z, not to '"
                        + text
                        + "'. It lies in the years 2000 to 2098: calendars end with 2099, and deadlines need a year"
                        + " before that.",
                refusal.getMessage());
    }

    @Test
    void aSuiteThatIsDownIsNotMoved() {
        for (List<String> arguments : List.of(List.<String>of(), List.of("2026-10-09T08:30"))) {
            StackFailure refusal = assertThrows(
                    StackFailure.class, () -> new ClockCommand(folder, new PrintStream(System.out)).run(arguments));
            assertEquals("The suite is not running; start it with ./suite up.", refusal.getMessage());
        }
        assertFalse(Files.exists(folder.clock()));
    }

    private static void assertAbout(OffsetDateTime expected, OffsetDateTime seen) {
        Duration off = Duration.between(expected, seen);
        assertTrue(!off.isNegative() && off.toSeconds() < 60, seen + " is not about " + expected);
    }
}
