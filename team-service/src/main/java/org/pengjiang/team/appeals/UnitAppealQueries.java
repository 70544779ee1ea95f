package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
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

    private final Jdbc jdbc;
    private final Paging paging;

    UnitAppealQueries(DataSource database, Paging paging) {
        this.jdbc = Jdbc.of(database);
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
        return page.read(
                jdbc,
                "SELECT u.id, u.district, u.code, u.name FROM unit u",
                SqlCondition.of("u." + scope.column() + " = ? AND u.district IS NOT NULL", scope.value()),
                row -> new Unit(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
    }

    private Map<Key, Shown> counted(List<Unit> units, Months.Range range) {
        List<String> districts = units.stream().map(Unit::district).toList();
        List<String> codes = units.stream().map(Unit::code).toList();
        Map<Key, Shown> shown = new HashMap<>();
        jdbc.list(
                COUNTED,
                row -> {
                    Shown unit = shown.computeIfAbsent(new Key(row.getString(1), row.getString(2)), it -> new Shown());
                    add(row, unit);
                    return unit;
                },
                districts,
                codes,
                range.firstDay(),
                range.lastMonth(),
                districts,
                codes);
        return shown;
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
