package org.pengjiang.kit.supervision;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Rows that broke a periodic job, left alone for a while that doubles: one that cannot be handled must not hold up all others.
 * Of this process alone, because another one may well be able to; what has not come again for ten minutes after its rest is
 * forgotten, for another process or a command has healed it.
 */
public final class SetAside {
    private static final Duration FIRST = Duration.ofSeconds(10);
    /** No longer, because an outage of the whole database makes every row rest, and deadlines wait for them. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final Map<UUID, Rest> resting = new HashMap<>();

    public SetAside(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Rest(long until, Duration length) {
        boolean isLongOver(long now) {
            return now - until > REMEMBERED.toNanos();
        }
    }

    /**
     * What one round leaves alone: the rows that rest when it begins, and those that fail in it. A rest that ends meanwhile
     * ends for the next round, so each row fails once in a round at most.
     */
    public final class Round {
        private final Set<UUID> ids = resting();

        private Round() {}

        public void add(UUID id) {
            rest(id);
            ids.add(id);
        }

        public Collection<UUID> ids() {
            return Collections.unmodifiableSet(ids);
        }
    }

    public Round round() {
        return new Round();
    }

    private synchronized void rest(UUID id) {
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

    /** How many rest at the moment. */
    public int size() {
        return resting().size();
    }

    private synchronized Set<UUID> resting() {
        long now = nanos.getAsLong();
        resting.values().removeIf(rest -> rest.isLongOver(now));
        Set<UUID> ids = new HashSet<>();
        resting.forEach((id, rest) -> {
            if (rest.until() - now > 0) {
                ids.add(id);
            }
        });
        return ids;
    }
}
