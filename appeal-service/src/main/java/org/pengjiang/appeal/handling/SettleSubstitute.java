package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.ChangedAggregates;

/** Brings the tasks of an appeal in line with who stands in today. */
@ApplicationScoped
class SettleSubstitute {
    private static final String DUE = """
            SELECT id FROM appeal
             WHERE substitute IS NOT NULL AND open AND id > ?
               AND (substitute_from > substitute_settled AND substitute_from <= ?
                    OR substitute_to >= substitute_settled AND substitute_to < ?)
             ORDER BY id LIMIT ?""";

    private static final String SETTLED = "UPDATE appeal SET substitute_settled = ? WHERE id = ?";

    private final Appeals appeals;
    private final ChangedAggregates changed;
    private final Jdbc jdbc;

    SettleSubstitute(Appeals appeals, ChangedAggregates changed, DataSource database) {
        this.appeals = appeals;
        this.changed = changed;
        this.jdbc = Jdbc.of(database);
    }

    /** The next ones whose first day, or whose day after the last, has come since their tasks were settled. */
    List<UUID> due(SystemScope scope, LocalDate today, UUID after, int most) {
        return jdbc.list(DUE, row -> row.getObject(1, UUID.class), after, today, today, most);
    }

    @Transactional
    void settle(SystemScope scope, UUID id, LocalDate today) {
        changed.settleBeforeCommit(appeals.forSweep(scope, id));
        jdbc.update(SETTLED, today, id);
    }
}
