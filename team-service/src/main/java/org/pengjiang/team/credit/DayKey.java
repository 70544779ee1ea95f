package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.pengjiang.team.model.Metric;

/** One row of the rollup. */
record DayKey(LocalDate day, UUID holder, Metric metric, boolean historical, Traits traits)
        implements Comparable<DayKey> {
    /** Holds the district's own rows. */
    static final UUID DISTRICT = new UUID(0, 0);

    private static final Comparator<DayKey> ORDER = Comparator.comparing(DayKey::day)
            .thenComparing(DayKey::holder)
            .thenComparing(DayKey::metric)
            .thenComparing(DayKey::historical)
            .thenComparing(key -> key.traits().band())
            .thenComparing(key -> key.traits().manufacturing())
            .thenComparing(key -> key.traits().chain())
            .thenComparing(key -> String.join(",", key.traits().tags()));

    static DayKey of(Posting posting) {
        return new DayKey(
                posting.effectiveOn(),
                posting.team().orElse(DISTRICT),
                posting.metric(),
                posting.historical(),
                posting.traits());
    }

    Object[] values(String district, BigDecimal quantity) {
        return new Object[] {
            district,
            day,
            holder,
            metric,
            traits.band(),
            traits.manufacturing(),
            traits.chain(),
            traits.tags(),
            historical,
            quantity
        };
    }

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
