package org.pengjiang.kit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MakingIdsTest {
    @Test
    void theyAreVersionSevenCarryTheTimeAndAscend() {
        UUID last = Ids.next();
        for (int i = 0; i < 100_000; i++) {
            UUID next = Ids.next();
            assertTrue(last.toString().compareTo(next.toString()) < 0, last + " before " + next);
            last = next;
        }
        assertEquals(7, last.version());
        assertEquals(2, last.variant());
        assertTrue(Math.abs((last.getMostSignificantBits() >>> 16) - System.currentTimeMillis()) < 5_000);
    }

    @Test
    void manyThreadsNeverMakeTheSame() {
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200_000).parallel().forEach(i -> ids.add(Ids.next()));
        assertEquals(200_000, ids.size());
    }
}
