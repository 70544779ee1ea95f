package org.pengjiang.kit.due;

import java.time.Duration;
import java.time.Instant;

/** A time in which a due did not run. */
public record Pause(Instant from, Instant until) {
    public Duration length() {
        return Duration.between(from, until);
    }
}
