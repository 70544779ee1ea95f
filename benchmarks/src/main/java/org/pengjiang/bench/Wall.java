package org.pengjiang.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock, which PostgreSQL on the same machine shares. */
final class Wall {

    private Wall() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
