package org.pengjiang.team.appeals;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a unit did, or failed to do. Each is counted once per appeal, round and unit: the first counts.
 *
 * @param at decides the month
 * @param round the round it belongs to, which an appeal may have left with it
 * @param unit whose it is; null where no unit answers for it
 * @param figures what it adds to
 */
record AppealFact(
        String fact, Instant at, int round, @Nullable String unit, Map<Figure, Integer> figures) {
    AppealFact {
        figures = Map.copyOf(figures);
    }
}
