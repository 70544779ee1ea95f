package org.pengjiang.kit.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lets the stack of each kind of failure into a log once a minute, however often and in whatever turn they come. */
public final class RareStacks {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_KINDS = 100;

    private final LongSupplier nanos;
    private final Map<String, Long> shown = new HashMap<>();

    public RareStacks() {
        this(System::nanoTime);
    }

    RareStacks(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The failure itself when its stack is due; null, which loggers take for none, when it was shown a moment ago. */
    public synchronized @Nullable Throwable due(Throwable failure) {
        long now = nanos.getAsLong();
        String kind = kind(failure);
        Long last = shown.get(kind);
        if (last != null && now - last < EVERY_NANOS) {
            return null;
        }
        if (shown.size() >= MOST_KINDS) {
            shown.clear();
        }
        shown.put(kind, now);
        return failure;
    }

    /** By its class and that of its innermost cause: the ones in between only wrap it. */
    static String kind(Throwable failure) {
        String outer = failure.getClass().getName();
        Throwable innermost = failure.getCause();
        if (innermost == null) {
            return outer;
        }
        for (int depth = 0; innermost.getCause() != null && depth < 20; depth++) {
            innermost = innermost.getCause();
        }
        return outer + " by " + innermost.getClass().getName();
    }
}
