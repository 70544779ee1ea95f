package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Measures the directory by what became of the appeals that it dispatched. */
@ApplicationScoped
class HitRate {
    static final int MOST_DAYS = 92;
    static final String BY_CATEGORY = """
            SELECT a.category, count(*) AS dispatched, count(*) FILTER (WHERE s.named_by = 'DIRECTORY') AS by_rule,
                count(*) FILTER (WHERE s.named_by = 'DIRECTORY' AND NOT EXISTS (
                    SELECT FROM assignment other WHERE other.appeal_id = s.appeal_id AND other.round = s.round
                        AND other.accountable_unit <> s.accountable_unit)) AS stayed
            FROM assignment s JOIN appeal a ON a.id = s.appeal_id
            WHERE s.seq = 1 AND s.class_id IS NULL AND s.assigned_at >= ? AND s.assigned_at < ? AND a.%s = ?
            GROUP BY a.category ORDER BY a.category
            """;

    private final Jdbc jdbc;

    HitRate(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    HitRateView of(DivisionScope scope, HitRateFilter days) {
        if (days.to().isBefore(days.from())) {
            throw refused(DispatchProblem.LAST_DAY_BEFORE_FIRST);
        }
        if (ChronoUnit.DAYS.between(days.from(), days.to()) > MOST_DAYS) {
            throw refused(DispatchProblem.PERIOD_TOO_LONG);
        }
        Instant from = ShanghaiTime.instant(days.from().atStartOfDay());
        Instant end = ShanghaiTime.instant(days.to().plusDays(1).atStartOfDay());
        List<HitRateView.OfCategory> categories =
                jdbc.list(BY_CATEGORY.formatted(scope.column()), HitRate::ofCategory, from, end, scope.value());
        return new HitRateView(days.from(), days.to(), categories);
    }

    private static HitRateView.OfCategory ofCategory(ResultSet row) throws SQLException {
        long dispatched = row.getLong("dispatched");
        long stayed = row.getLong("stayed");
        return new HitRateView.OfCategory(
                row.getString("category"),
                dispatched,
                row.getLong("by_rule"),
                stayed,
                dispatched == 0 ? null : 10_000 * stayed / dispatched);
    }

    private static DomainException refused(DispatchProblem code) {
        return new DomainException(
                KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("query:to", code, Integer.toString(MOST_DAYS))));
    }
}
