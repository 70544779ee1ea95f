package org.pengjiang.kit.supervision;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RareStacksTest {
    private long now;
    private final RareStacks stacks = new RareStacks(() -> now);

    @Test
    void kindsThatTakeTurnsShowOneStackEachAMinute() {
        // Given
        Throwable one = new IllegalStateException("one", new SQLException("one"));
        Throwable other = new IllegalStateException("other");

        // When / Then
        for (int minute = 0; minute < 3; minute++) {
            assertSame(one, stacks.due(one));
            assertSame(other, stacks.due(other));
            for (int i = 0; i < 10; i++) {
                assertNull(stacks.due(new IllegalStateException("one again", new SQLException("again"))));
                assertNull(stacks.due(new IllegalStateException("other again")));
            }
            now += TimeUnit.MINUTES.toNanos(1);
        }
    }
}
