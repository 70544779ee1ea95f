package org.pengjiang.calendar;

import java.util.Random;

/** The seed of the random tests: printed, and repeatable with {@code -Dcalendar.seed=…}. */
final class Seed {

    private static final long VALUE = Long.getLong("calendar.seed", System.nanoTime());

    private Seed() {}

    static Random random(String test) {
        System.out.println(test + ": -Dcalendar.seed=" + VALUE);
        return new Random(VALUE ^ test.hashCode());
    }
}
