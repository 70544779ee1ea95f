package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    void bind(Connection connection, PreparedStatement upsert, String district, BigDecimal quantity)
            throws SQLException {
        upsert.setString(1, district);
        upsert.setObject(2, day);
        upsert.setObject(3, holder);
        upsert.setString(4, metric.name());
        upsert.setString(5, traits.band().name());
        upsert.setBoolean(6, traits.manufacturing());
        upsert.setString(7, traits.chain());
        upsert.setArray(8, connection.createArrayOf("text", traits.tags().toArray()));
        upsert.setBoolean(9, historical);
        upsert.setBigDecimal(10, quantity);
    }

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
