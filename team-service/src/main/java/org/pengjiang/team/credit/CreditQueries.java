package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;

/** A team's ledger, oldest effective day first. */
@ApplicationScoped
class CreditQueries {
    private static final Keyset ORDER = Keyset.ascending("e.effective_on::date", "e.seq::bigint");

    private final DataSource database;
    private final Paging paging;

    CreditQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    private record Row(long seq, CreditEntryView entry) {}

    Page<CreditEntryView> ofTeam(
            DivisionScope scope, UUID team, int year, @Nullable Metric metric, PageRequest request) {
        KeysetPage page = paging.start(request, ORDER, team, year, metric);
        String sql = """
                SELECT e.seq, e.id, e.event_id, e.project_id, p.project_no, e.metric, e.effective_on, e.kind, e.cause,
                  e.quantity, e.unit, e.historical, e.rule_version, e.reversal_of
                FROM credit_entry e JOIN credited_project p ON p.project_id = e.project_id JOIN team t ON t.id = e.team_id
                WHERE e.team_id = ? AND t.%s = ? AND e.effective_on BETWEEN ? AND ? AND (?::text IS NULL OR e.metric = ?) AND %s
                ORDER BY %s LIMIT ?""".formatted(scope.column(), page.condition(), page.orderBy());
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int at = 0;
            select.setObject(++at, team);
            select.setString(++at, scope.value());
            select.setObject(++at, LocalDate.of(year, 1, 1));
            select.setObject(++at, LocalDate.of(year, 12, 31));
            select.setString(++at, metric == null ? null : metric.name());
            select.setString(++at, metric == null ? null : metric.name());
            for (String parameter : page.parameters()) {
                select.setString(++at, parameter);
            }
            select.setInt(++at, page.fetch());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), entry(row)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the ledger cannot be read", failure);
        }
        return page.of(rows, row -> List.of(row.entry().effectiveOn(), row.seq()), Row::entry);
    }

    private static CreditEntryView entry(ResultSet row) throws SQLException {
        LocalDate effectiveOn = row.getObject(7, LocalDate.class);
        Quantity unit = Quantity.valueOf(row.getString(11));
        return new CreditEntryView(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                YearMonth.from(effectiveOn).toString(),
                effectiveOn,
                row.getString(8),
                row.getString(9),
                row.getBigDecimal(10).setScale(unit.scale()).toPlainString(),
                unit.name(),
                row.getBoolean(12),
                row.getInt(13),
                Optional.ofNullable(row.getObject(14, UUID.class)));
    }
}
