package org.pengjiang.kit.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
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
        fail();
        pass(Duration.ofSeconds(11));
        assertEquals(Set.of(), resting());

        // When
        fail();
        pass(Duration.ofSeconds(19));

        // Then
        assertEquals(Set.of(row), resting());
        pass(Duration.ofSeconds(2));
        assertEquals(Set.of(), resting());
    }

    /** An outage of the database breaks every row, and after it none may be late for long. */
    @Test
    void nothingRestsForLongerThanAMinute() {
        // Given
        for (int failures = 0; failures < 10; failures++) {
            fail();
            assertEquals(Set.of(row), resting());
            pass(Duration.ofSeconds(60));
        }

        // Then
        assertEquals(Set.of(), resting());
    }

    @Test
    void whatDoesNotComeAgainForTenMinutesIsForgotten() {
        // Given
        fail();
        pass(Duration.ofSeconds(10).plusMinutes(9));
        fail();
        pass(Duration.ofSeconds(19));
        assertEquals(Set.of(row), resting(), "it was remembered, and rests twice as long");

        // When
        pass(Duration.ofSeconds(1).plusMinutes(10).plusNanos(1));
        fail();

        // Then
        pass(Duration.ofSeconds(10));
        assertEquals(Set.of(), resting());
    }

    /** Else rows that fail slowly come back in one long round, and those behind them wait. */
    @Test
    void aRestThatEndsInTheMiddleOfARoundEndsForTheNextOne() {
        // Given
        UUID other = UUID.randomUUID();
        fail();
        SetAside.Round round = setAside.round();
        assertEquals(Set.of(row), Set.copyOf(round.ids()));

        // When
        round.add(other);
        pass(Duration.ofSeconds(10));

        // Then
        assertEquals(Set.of(row, other), Set.copyOf(round.ids()));
        assertEquals(Set.of(), resting());
    }

    @Test
    void onlyWhatRestsIsCounted() {
        fail();
        assertEquals(1, setAside.size());

        pass(Duration.ofSeconds(10));
        assertEquals(0, setAside.size());
    }

    private void fail() {
        setAside.round().add(row);
    }

    private Set<UUID> resting() {
        return Set.copyOf(setAside.round().ids());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
