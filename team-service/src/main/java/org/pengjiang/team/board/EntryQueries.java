package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Texts;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TargetLine;

/** The ledger entries behind a figure. */
@ApplicationScoped
class EntryQueries {
    private static final int MOST_UNCOUNTED = 50;
    private static final Keyset ORDER = Keyset.ascending("e.effective_on::date", "e.seq::bigint");

    private final DataSource database;
    private final Paging paging;

    EntryQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    /** @param team null for the district's own entries, which no split has touched */
    record Which(
            int year,
            LocalDate asOf,
            @Nullable UUID team,
            @Nullable TargetLine line) {
        Set<Metric> metrics() {
            if (line == null) {
                return Set.of(Metric.values());
            }
            Metric numerator = line.metric().numerator();
            return line.metric()
                    .denominator()
                    .map(below -> Set.of(numerator, below).size() == 1 ? Set.of(numerator) : Set.of(numerator, below))
                    .orElse(Set.of(numerator));
        }

        String key() {
            return line == null ? "" : line.key();
        }
    }

    private record Row(long seq, ExplanationView.EntryView entry) {}

    Page<ExplanationView.EntryView> entries(DivisionScope district, Which which, PageRequest request, Texts words) {
        KeysetPage page =
                paging.start(request, ORDER, district.value(), which.year(), which.asOf(), which.team(), which.key());
        String table = which.team() == null ? "credit_total" : "credit_entry";
        String sql = """
                SELECT e.seq, e.id, e.event_id, e.project_id, p.project_no, e.metric, e.effective_on, e.kind, e.cause,
                  e.quantity, e.unit, e.historical, e.rule_version, e.reversal_of
                FROM %s e JOIN credited_project p ON p.project_id = e.project_id
                WHERE e.district = ? AND e.effective_on BETWEEN ? AND ? AND e.metric = ANY (?)
                  AND (?::uuid IS NULL OR %s) AND (?::text IS NULL OR e.band = ANY (?))
                  AND (?::boolean IS NULL OR e.manufacturing = ?) AND (?::text IS NULL OR e.chain = ?)
                  AND (?::text IS NULL OR ? = ANY (e.tags)) AND %s
                ORDER BY %s LIMIT ?""".formatted(
                table, which.team() == null ? "?::uuid IS NULL" : "e.team_id = ?", page.condition(), page.orderBy());
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(connection, select, district, which, page);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), entry(row, words)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the ledger cannot be read", failure);
        }
        return page.of(rows, row -> List.of(row.entry().effectiveOn(), row.seq()), Row::entry);
    }

    private static void bind(
            Connection connection, PreparedStatement select, DivisionScope district, Which which, KeysetPage page)
            throws SQLException {
        TargetLine line = which.line();
        String[] metrics = which.metrics().stream().map(Metric::name).toArray(String[]::new);
        int at = 0;
        select.setString(++at, district.value());
        select.setObject(++at, LocalDate.of(which.year(), 1, 1));
        select.setObject(++at, which.asOf());
        select.setArray(++at, connection.createArrayOf("text", metrics));
        select.setObject(++at, which.team());
        select.setObject(++at, which.team());
        boolean banded = line != null && line.minBand() != null;
        select.setString(++at, banded ? "banded" : null);
        select.setArray(++at, connection.createArrayOf("text", bands(line)));
        select.setObject(++at, line == null ? null : line.manufacturing());
        select.setObject(++at, line == null ? null : line.manufacturing());
        select.setString(++at, line == null ? null : line.chain());
        select.setString(++at, line == null ? null : line.chain());
        select.setString(++at, line == null ? null : line.tag());
        select.setString(++at, line == null ? null : line.tag());
        for (String parameter : page.parameters()) {
            select.setString(++at, parameter);
        }
        select.setInt(++at, page.fetch());
    }

    private static String[] bands(@Nullable TargetLine line) {
        return line == null
                ? new String[0]
                : line.bands().stream().map(Enum::name).toArray(String[]::new);
    }

    private static ExplanationView.EntryView entry(ResultSet row, Texts words) throws SQLException {
        LocalDate effectiveOn = row.getObject(7, LocalDate.class);
        Quantity unit = Quantity.valueOf(row.getString(11));
        return new ExplanationView.EntryView(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                YearMonth.from(effectiveOn).toString(),
                effectiveOn,
                row.getString(8),
                row.getString(9),
                words.word("cause", row.getString(9)),
                quantity(row.getBigDecimal(10), unit),
                unit.name(),
                row.getBoolean(12),
                row.getInt(13),
                Optional.ofNullable(row.getObject(14, UUID.class)));
    }

    private static String quantity(BigDecimal quantity, Quantity unit) {
        return quantity.setScale(unit.scale()).toPlainString();
    }

    List<ExplanationView.UncountedView> uncounted(DivisionScope district, Which which, Texts words) {
        String ofTeam = which.team() == null
                ? "?::uuid IS NULL"
                : "EXISTS (SELECT FROM credited_share s WHERE s.project_id = f.project_id AND s.team_id = ?)";
        String sql = """
                SELECT p.project_no, f.business_date, f.reason
                FROM uncounted_fact f JOIN credited_project p ON p.project_id = f.project_id
                WHERE f.district = ? AND f.business_date BETWEEN ? AND ? AND %s
                ORDER BY f.business_date DESC, p.project_no LIMIT ?""".formatted(ofTeam);
        List<ExplanationView.UncountedView> facts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, district.value());
            select.setObject(2, LocalDate.of(which.year(), 1, 1));
            select.setObject(3, which.asOf());
            select.setObject(4, which.team());
            select.setInt(5, MOST_UNCOUNTED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.add(new ExplanationView.UncountedView(
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            words.word("uncounted", row.getString(3))));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the uncounted facts cannot be read", failure);
        }
        return facts;
    }
}
