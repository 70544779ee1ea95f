package org.pengjiang.bench;

import java.sql.SQLException;
import java.time.Duration;

/** How quickly what has piled up behind a frozen service is with a consumer. */
final class Drain {

    static final int EVENTS = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BenchStack stack;
    private final EventWatcher watcher;

    Drain(BenchStack stack, EventWatcher watcher) {
        this.stack = stack;
        this.watcher = watcher;
    }

    /**
     * Events per second, from the moment the service is thawed to the last event seen. The database has ended the frozen
     * relay's session by then, so its new start is part of the time.
     */
    double eventsPerSecond() throws SQLException {
        int before = watcher.seen();
        stack.service().process().freeze();
        long thawed;
        try (LogWriter writer = new LogWriter(stack.database())) {
            writer.commit(EVENTS);
            if (watcher.seen() != before) {
                throw new IllegalStateException("events flowed while the service was frozen");
            }
        } finally {
            thawed = Wall.micros();
            stack.service().process().thaw();
        }
        watcher.awaitSeen(before + EVENTS, PATIENCE);
        return EVENTS * 1e6 / (watcher.lastSeenAt() - thawed);
    }
}
