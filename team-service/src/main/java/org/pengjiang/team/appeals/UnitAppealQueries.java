package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.team.model.OrganisationUnit;

/** Reads the counters from their rollups: one query for what all units of a page have to show, never one per unit. */
@ApplicationScoped
class UnitAppealQueries {
    private static final Keyset UNIT_ORDER = Keyset.ascending("u.code::text", "u.id::uuid");
    private static final String COUNTED = """
            SELECT m.district, m.unit_code, m.month, m.figure, m.quantity FROM unit_appeal_month m
            JOIN unnest(?::text[], ?::text[]) AS asked (district, code)
              ON m.district = asked.district AND m.unit_code = asked.code
            WHERE m.month BETWEEN ? AND ?
            UNION ALL
            SELECT o.district, o.unit_code, NULL, NULL, o.open_appeals FROM unit_appeal_open o
            JOIN unnest(?::text[], ?::text[]) AS asked (district, code)
              ON o.district = asked.district AND o.unit_code = asked.code""";

    private final DataSource database;
    private final Paging paging;

    UnitAppealQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    private record Unit(UUID id, String district, String code, String name) {}

    private record Key(String district, String code) {}

    /** What one unit has to show. */
    private static final class Shown {
        private final Map<YearMonth, Map<Figure, Long>> months = new HashMap<>();
        private final Map<Figure, Long> total = new EnumMap<>(Figure.class);
        private long openNow;

        void add(LocalDate month, Figure figure, long quantity) {
            months.computeIfAbsent(YearMonth.from(month), it -> new EnumMap<>(Figure.class))
                    .merge(figure, quantity, Long::sum);
            total.merge(figure, quantity, Long::sum);
        }

        Counters of(YearMonth month) {
            return Counters.of(months.getOrDefault(month, Map.of()));
        }
    }

    UnitAppealsView of(OrganisationUnit unit, Months.Range range, Language language) {
        String district = HandledAppeal.districtOf(unit.division());
        Unit asked = new Unit(unit.id(), district, unit.code(), unit.name());
        Shown shown = counted(List.of(asked), range).getOrDefault(new Key(district, unit.code()), new Shown());
        return new UnitAppealsView(
                unit.id(),
                unit.code(),
                unit.name(),
                range.first().toString(),
                range.last().toString(),
                shown.openNow,
                Counters.of(shown.total),
                range.all().stream()
                        .map(month -> new UnitAppealsView.Month(month.toString(), shown.of(month)))
                        .toList(),
                Definitions.in(language));
    }

    Page<UnitAppealsSummary> page(DivisionScope scope, Months.Range range, PageRequest request) {
        KeysetPage page = paging.start(request, UNIT_ORDER, scope, range);
        List<Unit> units = units(scope, page);
        Map<Key, Shown> shown = counted(units, range);
        List<UnitAppealsSummary> rows = units.stream()
                .map(unit -> summary(unit, shown.get(new Key(unit.district(), unit.code()))))
                .toList();
        return page.of(rows, row -> List.of(row.unitCode(), row.unitId()));
    }

    private static UnitAppealsSummary summary(Unit unit, @Nullable Shown found) {
        Shown shown = found == null ? new Shown() : found;
        return new UnitAppealsSummary(unit.id(), unit.code(), unit.name(), shown.openNow, Counters.of(shown.total));
    }

    private List<Unit> units(DivisionScope scope, KeysetPage page) {
        String sql = "SELECT u.id, u.district, u.code, u.name FROM unit u WHERE u." + scope.column()
                + " = ? AND u.district IS NOT NULL AND " + page.condition() + " ORDER BY " + page.orderBy()
                + " LIMIT ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 0;
            select.setString(++index, scope.value());
            for (String parameter : page.parameters()) {
                select.setString(++index, parameter);
            }
            select.setInt(++index, page.fetch());
            List<Unit> units = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    units.add(new Unit(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return units;
        } catch (SQLException failure) {
            throw new IllegalStateException("the units cannot be read", failure);
        }
    }

    private Map<Key, Shown> counted(List<Unit> units, Months.Range range) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTED)) {
            Object[] districts = units.stream().map(Unit::district).toArray();
            Object[] codes = units.stream().map(Unit::code).toArray();
            select.setArray(1, connection.createArrayOf("text", districts));
            select.setArray(2, connection.createArrayOf("text", codes));
            select.setObject(3, range.firstDay());
            select.setObject(4, range.lastMonth());
            select.setArray(5, connection.createArrayOf("text", districts));
            select.setArray(6, connection.createArrayOf("text", codes));
            Map<Key, Shown> shown = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(row, shown.computeIfAbsent(new Key(row.getString(1), row.getString(2)), it -> new Shown()));
                }
            }
            return shown;
        } catch (SQLException failure) {
            throw new IllegalStateException("the appeals of units cannot be read", failure);
        }
    }

    private static void add(ResultSet row, Shown shown) throws SQLException {
        LocalDate month = row.getObject(3, LocalDate.class);
        if (month == null) {
            shown.openNow = row.getLong(5);
        } else {
            shown.add(month, Figure.valueOf(row.getString(4)), row.getLong(5));
        }
    }
}
