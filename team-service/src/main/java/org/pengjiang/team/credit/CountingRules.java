package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What counts, as data. Every entry carries the version it was made under.
 *
 * @param excludedTags kinds that never count: real estate, retail and catering, branch outlets, …
 * @param excludedKinds project kinds that never count
 * @param minimumYuan smaller projects do not count
 * @param expansionCountsFrom an expansion with a separate filing code and at least this increment is a new project
 * @param terminationTakesEarlierYears whether credit of earlier years goes too
 */
record CountingRules(
        int version,
        Set<String> excludedTags,
        Set<String> excludedKinds,
        BigDecimal minimumYuan,
        BigDecimal expansionCountsFrom,
        boolean terminationTakesEarlierYears) {}
