package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Adds the appeals that have ended to the counts of their days. Both together are exact at any time; this keeps the first part small. */
@ApplicationScoped
class FoldEndedAppeals implements PeriodicJob {
    private static final int AT_ONCE = 1000;

    /** In the order of the key, so that two replicas wait for each other in one direction. */
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM appeal_ended_change WHERE id IN (
                    SELECT id FROM appeal_ended_change ORDER BY id LIMIT %d FOR UPDATE SKIP LOCKED)
                RETURNING district, day, town, state, unit, about_district, about_unit, n),
            added AS (
                INSERT INTO appeal_ended_day AS d (district, day, town, state, unit, about_district, about_unit, n)
                SELECT district, day, town, state, unit, about_district, about_unit, sum(n) FROM taken
                GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7
                ON CONFLICT ON CONSTRAINT appeal_ended_day_pk DO UPDATE SET n = d.n + excluded.n)
            SELECT count(*) FROM taken
            """.formatted(AT_ONCE);

    private final Jdbc jdbc;
    private final Period every;

    FoldEndedAppeals(DataSource database, @ConfigProperty(name = "appeal.counts.fold-every") Period every) {
        this.jdbc = Jdbc.of(database);
        this.every = every;
    }

    @Override
    public String name() {
        return "ended-appeal-counts";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        while (SupervisedLoop.goesOn() && fold() == AT_ONCE) {
            // as long as there is a whole batch
        }
    }

    /** Returns how many changes it has added. */
    @Unscoped("counts of all districts, shown to nobody here")
    int fold() {
        return jdbc.first(FOLD, row -> row.getInt(1)).orElse(0);
    }
}
