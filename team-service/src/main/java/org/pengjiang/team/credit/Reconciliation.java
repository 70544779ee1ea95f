package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.team.model.Quantity;

/** Compares the teams' entries with the district's totals event by event, and the rollup with both. */
@ApplicationScoped
class Reconciliation {
    private static final String METRICS = """
            SELECT coalesce(d.metric, t.metric), coalesce(d.unit, t.unit), coalesce(d.quantity, 0), coalesce(t.quantity, 0)
            FROM (SELECT metric, unit, sum(quantity) AS quantity FROM credit_total
                  WHERE district = ? AND effective_on BETWEEN ? AND ? GROUP BY metric, unit) d
            FULL JOIN (SELECT metric, unit, sum(quantity) AS quantity FROM credit_entry
                  WHERE district = ? AND effective_on BETWEEN ? AND ? GROUP BY metric, unit) t ON t.metric = d.metric
            ORDER BY 1""";

    private static final String EVENTS = """
            SELECT 'event ' || coalesce(d.event_id, t.event_id), coalesce(d.metric, t.metric),
              coalesce(d.quantity, 0), coalesce(t.quantity, 0)
            FROM (SELECT event_id, metric, kind, period, sum(quantity) AS quantity FROM credit_total
                  WHERE district = ? AND effective_on BETWEEN ? AND ? GROUP BY 1, 2, 3, 4) d
            FULL JOIN (SELECT event_id, metric, kind, period, sum(quantity) AS quantity FROM credit_entry
                  WHERE district = ? AND effective_on BETWEEN ? AND ? GROUP BY 1, 2, 3, 4) t
              ON (t.event_id, t.metric, t.kind, t.period) = (d.event_id, d.metric, d.kind, d.period)
            WHERE coalesce(d.quantity, 0) <> coalesce(t.quantity, 0)
            ORDER BY 1, 2 LIMIT 100""";

    private static final String ROLLUP = """
            SELECT 'rollup of ' || coalesce(r.holder, l.holder) || ' on ' || coalesce(r.day, l.day),
              coalesce(r.metric, l.metric), coalesce(l.quantity, 0), coalesce(r.quantity, 0)
            FROM (SELECT holder, day, metric, sum(quantity) AS quantity FROM credit_day
                  WHERE district = ? AND day BETWEEN ? AND ? GROUP BY 1, 2, 3) r
            FULL JOIN (
              SELECT holder, day, metric, sum(quantity) AS quantity FROM (
                SELECT team_id AS holder, effective_on AS day, metric, quantity, district FROM credit_entry
                UNION ALL
                SELECT '00000000-0000-0000-0000-000000000000', effective_on, metric, quantity, district FROM credit_total
              ) lines WHERE district = ? AND day BETWEEN ? AND ? GROUP BY 1, 2, 3) l
              ON (l.holder, l.day, l.metric) = (r.holder, r.day, r.metric)
            WHERE coalesce(r.quantity, 0) <> coalesce(l.quantity, 0)
            ORDER BY 1, 2 LIMIT 100""";

    private final DataSource database;

    Reconciliation(DataSource database) {
        this.database = database;
    }

    @Transactional
    ReconciliationView of(DivisionScope scope, int year) {
        String district = scope.value();
        try (Connection connection = database.getConnection()) {
            List<ReconciliationView.DifferenceView> differences = new ArrayList<>();
            differences.addAll(differences(connection, EVENTS, district, year));
            differences.addAll(differences(connection, ROLLUP, district, year));
            return new ReconciliationView(
                    year, district, differences.isEmpty(), metrics(connection, district, year), differences);
        } catch (SQLException failure) {
            throw new IllegalStateException("the ledger cannot be reconciled", failure);
        }
    }

    private static List<ReconciliationView.MetricView> metrics(Connection connection, String district, int year)
            throws SQLException {
        List<ReconciliationView.MetricView> metrics = new ArrayList<>();
        try (PreparedStatement select = bound(connection, METRICS, district, year);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int scale = Quantity.valueOf(row.getString(2)).scale();
                BigDecimal whole = row.getBigDecimal(3);
                BigDecimal parts = row.getBigDecimal(4);
                metrics.add(new ReconciliationView.MetricView(
                        row.getString(1),
                        row.getString(2),
                        whole.setScale(scale).toPlainString(),
                        parts.setScale(scale).toPlainString(),
                        whole.subtract(parts).setScale(scale).toPlainString()));
            }
        }
        return metrics;
    }

    private static List<ReconciliationView.DifferenceView> differences(
            Connection connection, String sql, String district, int year) throws SQLException {
        List<ReconciliationView.DifferenceView> differences = new ArrayList<>();
        try (PreparedStatement select = bound(connection, sql, district, year);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                differences.add(new ReconciliationView.DifferenceView(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3).toPlainString(),
                        row.getBigDecimal(4).toPlainString()));
            }
        }
        return differences;
    }

    private static PreparedStatement bound(Connection connection, String sql, String district, int year)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        for (int side = 0; side < 2; side++) {
            select.setString(side * 3 + 1, district);
            select.setObject(side * 3 + 2, LocalDate.of(year, 1, 1));
            select.setObject(side * 3 + 3, LocalDate.of(year, 12, 31));
        }
        return select;
    }
}
