package org.pengjiang.calendar;

import java.util.Random;

/** The seed of the random tests: printed, and repeatable with {@code -Dseed=…}. */
final class Seed {

    private static final long VALUE = Long.getLong("seed", System.nanoTime());

    private Seed() {}

    static Random random(String test) {
        System.out.println(test + ": -Dseed=" + VALUE);
        return new Random(VALUE ^ test.hashCode());
    }
}
