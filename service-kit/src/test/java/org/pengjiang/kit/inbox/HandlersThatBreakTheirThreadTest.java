package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.CountsThings;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class HandlersThatBreakTheirThreadTest {
    @Inject
    UseThings use;

    @Inject
    CountsThings consumer;

    @Inject
    ReplayParkedEvents replay;

    @AfterEach
    void mend() {
        consumer.mend();
    }

    @Test
    void anErrorIsAFailedTryOfItsEventAndTheOthersFlow() {
        // Given
        consumer.breakOn(13, () -> {
            throw new StackOverflowError("broken on purpose");
        });

        // When / Then
        itsEventIsParkedAndTheOthersFlow();
    }

    @Test
    void anAssertionIsAFailedTryOfItsEventAndTheOthersFlow() {
        // Given
        consumer.breakOn(13, () -> {
            throw new AssertionError("broken on purpose");
        });

        // When / Then
        itsEventIsParkedAndTheOthersFlow();
    }

    @Test
    void anInterruptThatTheHandlerLeavesBehindIsAFailedTryOfItsEventAndTheOthersFlow() {
        // Given
        consumer.breakOn(13, () -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken on purpose");
        });

        // When / Then
        itsEventIsParkedAndTheOthersFlow();
    }

    private void itsEventIsParkedAndTheOthersFlow() {
        UUID broken = use.make(UseThings.DISTRICT, "broken");
        UUID other = use.make(UseThings.DISTRICT, "other");

        use.count(broken, 1);
        use.count(broken, 13);
        use.count(broken, 2);
        use.count(other, 5);

        await(() -> number("SELECT count(*) FROM parked_event WHERE subject = ?", broken) == 2);
        await(() -> number("SELECT coalesce(max(total), 0) FROM thing_seen WHERE subject = ?", other) == 5);
        assertEquals(1, number("SELECT total FROM thing_seen WHERE subject = ?", broken), "what it did is rolled back");
        assertEquals(
                List.of("HANDLER_FAILED", "PREDECESSOR_PARKED"),
                texts("SELECT reason FROM parked_event WHERE subject = ? ORDER BY sequence", broken));

        consumer.mend();
        UUID any = UUID.fromString(
                texts("SELECT id FROM parked_event WHERE subject = ?", broken).getFirst());
        replay.replay(new ParkedEventScope(false, UseThings.DISTRICT.value()), any);
        assertEquals(16, number("SELECT total FROM thing_seen WHERE subject = ?", broken));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
