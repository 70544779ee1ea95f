package org.pengjiang.kit.supervision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Rows that broke a periodic job, left alone for a while that doubles: one that cannot be handled must not hold up all others.
 * Of this process alone, because another one may well be able to; what has not come again for as long as its last rest was
 * is forgotten, for another process or a command has healed it.
 */
public final class SetAside {
    private static final Duration FIRST = Duration.ofSeconds(10);
    /** No longer, because an outage of the whole database makes every row rest, and deadlines wait for them. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Map<UUID, Rest> resting = new HashMap<>();

    public SetAside(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Rest(long until, Duration length) {
        boolean isLongOver(long now) {
            return now - until > length.toNanos();
        }
    }

    public synchronized void add(UUID id) {
        Rest before = resting.get(id);
        Duration length = before == null ? FIRST : before.length().multipliedBy(2);
        if (length.compareTo(LONGEST) > 0) {
            length = LONGEST;
        }
        resting.put(id, new Rest(nanos.getAsLong() + length.toNanos(), length));
    }

    public synchronized void remove(UUID id) {
        resting.remove(id);
    }

    /** Those to be left alone at the moment. */
    public synchronized List<UUID> now() {
        long now = nanos.getAsLong();
        resting.values().removeIf(rest -> rest.isLongOver(now));
        return resting.entrySet().stream()
                .filter(rest -> rest.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    public synchronized int size() {
        return resting.size();
    }
}
