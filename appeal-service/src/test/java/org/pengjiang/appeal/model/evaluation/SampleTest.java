package org.pengjiang.appeal.model.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.Ids;

/** A sample is a share of all, and the same whenever it is asked. */
class SampleTest {
    @Test
    void itTakesItsShareAndAlwaysTheSame() {
        // Given
        List<UUID> ids = Stream.generate(Ids::next).limit(10_000).toList();

        // When
        List<UUID> taken =
                ids.stream().filter(id -> Sample.takes(id, "rating 1", 10)).toList();

        // Then
        assertTrue(taken.size() > 850 && taken.size() < 1150, taken.size() + " of 10,000");
        assertEquals(
                taken,
                ids.stream().filter(id -> Sample.takes(id, "rating 1", 10)).toList());
        assertTrue(taken.stream().allMatch(id -> Sample.takes(id, "rating 1", 20)), "more percent take more");
        assertTrue(ids.stream().allMatch(id -> Sample.takes(id, "rating 1", 100)));
        assertFalse(ids.stream().anyMatch(id -> Sample.takes(id, "rating 1", 0)));
        assertFalse(taken.stream().allMatch(id -> Sample.takes(id, "rating 2", 10)), "each round has its own");
    }
}
