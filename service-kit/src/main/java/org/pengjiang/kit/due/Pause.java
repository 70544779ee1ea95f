package org.pengjiang.kit.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A time in which a due did not run. */
public record Pause(Instant from, Instant until) {
    public Duration length() {
        return Duration.between(from, until);
    }

    /** Only what begins before a moment holds it up, as with the clocks of the calendar. */
    static boolean holds(Instant moment, Instant from) {
        return from.isBefore(moment);
    }

    /**
     * Where a moment lies after those of these pauses that hold it up.
     *
     * @param inOrder the earliest first
     * @param later the moment after the pauses that count
     */
    static Instant after(Instant moment, List<Pause> inOrder, Function<List<Pause>, Instant> later) {
        Instant moved = moment;
        List<Pause> counted = new ArrayList<>();
        for (Pause pause : inOrder) {
            if (holds(moved, pause.from())) {
                counted.add(pause);
                moved = later.apply(List.copyOf(counted));
            }
        }
        return moved;
    }
}
