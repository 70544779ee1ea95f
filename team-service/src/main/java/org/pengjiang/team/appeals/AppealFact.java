package org.pengjiang.team.appeals;

import java.time.Instant;
import java.util.Map;

/**
 * Something that a unit did, or failed to do. Each is counted once per appeal, round and unit: the first counts.
 *
 * @param at decides the month
 * @param figures what it adds to
 */
record AppealFact(String fact, Instant at, Map<Figure, Integer> figures) {
    AppealFact {
        figures = Map.copyOf(figures);
    }
}
