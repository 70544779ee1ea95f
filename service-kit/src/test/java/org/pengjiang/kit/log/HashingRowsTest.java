package org.pengjiang.kit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the hash of a row covers. The two fixed hashes were computed by another program. */
class HashingRowsTest {
    @Test
    void aRowOfForm1HasTheHashItWasWrittenWith() {
        assertEquals(
                "ab601f14b365cc5fa04b18eb9d7c888be3da2babe8bfe2e9e651d96f9bdfe22a",
                hex(fixed(1, List.of("91440703MA00000077"), null, null)));
    }

    @Test
    void aRowOfForm2HasTheHashThatItsDescriptionGives() {
        assertEquals(
                "0fdc78e05124d4f6db493b4711f793e7d81996ed9f4dd23bb7883ce84ab8d3e5",
                hex(fixed(2, List.of("91440703MA00000077", "91440703MA4UKQ1T2X"), 7L, "{\"b\":2}")));
    }

    private static LogEntry fixed(
            int form, List<String> parties, @Nullable Long aggregateVersion, @Nullable String partyData) {
        return new LogEntry(
                form,
                UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5b01"),
                "kit.thing-noted.v1",
                Audience.PARTY,
                parties,
                "thing",
                UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5b02"),
                3,
                2L,
                aggregateVersion,
                "440703",
                "writer",
                "UNIT_CLERK",
                Instant.parse("2026-09-18T09:00:00.123456Z"),
                "{\"a\":\"字\"}",
                partyData,
                null,
                null,
                new byte[] {1, 2, 3});
    }

    @Test
    void anyChangeOfPartiesTheirViewOrTheVersionChangesIt() {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            LogEntry row = LogEntries.random(random, LogEntry.FORM);

            // When
            List<LogEntry> changed = new ArrayList<>();
            List<String> parties = row.parties();
            changed.add(withParties(row, added(parties, random.nextInt(parties.size() + 1), "91440703MA0000009X")));
            changed.add(withParties(row, added(parties, 0, "")));
            if (!parties.isEmpty()) {
                int which = random.nextInt(parties.size());
                changed.add(withParties(row, removed(parties, which)));
                changed.add(withParties(row, added(removed(parties, which), which, parties.get(which) + "X")));
                changed.add(withParties(row, List.of(String.join("", parties) + "-")));
            }
            if (parties.size() > 1) {
                List<String> turned = new ArrayList<>(parties);
                Collections.rotate(turned, 1);
                changed.add(withParties(row, turned));
                // the same letters in the same order, cut elsewhere
                changed.add(withParties(
                        row, added(removed(removed(parties, 0), 0), 0, parties.get(0) + parties.get(1))));
            }
            Long version = row.aggregateVersion();
            changed.add(LogEntries.with(row, parties, version == null ? 0L : version + 1, row.partyData()));
            changed.add(LogEntries.with(
                    row, parties, version, row.partyData() == null ? row.data() : row.partyData() + " "));
            if (version != null) {
                changed.add(LogEntries.with(row, parties, null, row.partyData()));
            }
            if (row.partyData() != null) {
                changed.add(LogEntries.with(row, parties, version, null));
            }

            // Then
            String hash = hex(row);
            assertEquals(hash, hex(LogEntries.with(row, List.copyOf(parties), version, row.partyData())));
            changed.forEach(other -> assertFalse(hash.equals(hex(other)), () -> row + " and " + other));
        }
    }

    private static LogEntry withParties(LogEntry row, List<String> parties) {
        return LogEntries.with(row, parties, row.aggregateVersion(), row.partyData());
    }

    private static List<String> added(List<String> parties, int at, String party) {
        List<String> more = new ArrayList<>(parties);
        more.add(at, party);
        return more;
    }

    private static List<String> removed(List<String> parties, int at) {
        List<String> fewer = new ArrayList<>(parties);
        fewer.remove(at);
        return fewer;
    }

    private static String hex(LogEntry row) {
        return HexFormat.of().formatHex(row.hash());
    }
}
