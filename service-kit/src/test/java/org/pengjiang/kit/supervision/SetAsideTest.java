package org.pengjiang.kit.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What breaks a sweep rests ever longer, and nothing that has healed elsewhere stays in the memory. */
class SetAsideTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final SetAside setAside = new SetAside(nanos::get);
    private final UUID row = UUID.randomUUID();

    @Test
    void whatBreaksAgainRestsTwiceAsLong() {
        // Given
        setAside.add(row);
        pass(Duration.ofSeconds(11));
        assertEquals(List.of(), setAside.now());

        // When
        setAside.add(row);
        pass(Duration.ofSeconds(19));

        // Then
        assertEquals(List.of(row), setAside.now());
        pass(Duration.ofSeconds(2));
        assertEquals(List.of(), setAside.now());
        assertEquals(1, setAside.size());
    }

    /** An outage of the database breaks every row, and after it none may be late for long. */
    @Test
    void nothingRestsForLongerThanAMinute() {
        // Given
        for (int failures = 0; failures < 10; failures++) {
            setAside.add(row);
            assertEquals(List.of(row), setAside.now());
            pass(Duration.ofSeconds(60));
        }

        // Then
        assertEquals(List.of(), setAside.now());
    }

    @Test
    void whatDoesNotComeAgainIsForgotten() {
        // Given
        setAside.add(row);
        pass(Duration.ofSeconds(11));
        setAside.now();
        assertEquals(1, setAside.size(), "it may come with the next claim");

        // When
        pass(Duration.ofSeconds(10));
        setAside.now();

        // Then
        assertEquals(0, setAside.size());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
