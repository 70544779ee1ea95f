package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ProblemCode;

/**
 * Counts what the caller's list shows: open appeals by the index of the open ones, those of a division that have ended by the counts
 * of their days, and what an enterprise, a partner or a special class has ended among its own.
 */
@ApplicationScoped
class AppealCountQueries {
    private static final int MOST_DAYS = 366;
    private static final int DAYS = 30;

    private static final String OPEN = """
            SELECT a.district, a.state, coalesce(a.accountable_unit, '') AS unit, count(*) AS n FROM appeal a
             WHERE a.open AND %s GROUP BY 1, 2, 3""";

    private static final String ENDED = """
            SELECT a.district, a.state, coalesce(a.accountable_unit, '') AS unit, count(*) AS n FROM appeal a
             WHERE NOT a.open AND %s
               AND coalesce(a.ended_on, (a.closed_at AT TIME ZONE 'Asia/Shanghai')::date) BETWEEN ? AND ? GROUP BY 1, 2, 3""";

    private static final String OF_DAYS = """
            SELECT a.district, a.state, a.unit, sum(a.n) AS n FROM (
                SELECT district, town, day, state, unit, about_district, about_unit, n FROM appeal_ended_day
                UNION ALL
                SELECT district, town, day, state, unit, about_district, about_unit, n FROM appeal_ended_change) a
             WHERE %s AND a.day BETWEEN ? AND ? GROUP BY 1, 2, 3""";

    private static final String NAMED = """
            SELECT c.district, c.state, c.unit, c.n,
                   (SELECT u.name FROM known_unit u
                     WHERE u.code = c.unit AND (starts_with(u.division, c.district) OR starts_with(c.district, u.division))
                     ORDER BY length(u.division) DESC LIMIT 1) AS unit_name
              FROM (SELECT district, state, unit, sum(n) AS n FROM (%s) part GROUP BY 1, 2, 3) c
             WHERE c.n > 0 ORDER BY c.district, c.state, c.unit""";

    private final VisibleSets sources;
    private final AppealConditions conditions;
    private final Jdbc jdbc;
    private final Clock clock;

    AppealCountQueries(VisibleSets sources, AppealConditions conditions, DataSource database, Clock clock) {
        this.sources = sources;
        this.conditions = conditions;
        this.jdbc = Jdbc.of(database);
        this.clock = clock;
    }

    AppealCounts of(Caller caller, CountFilter filter) {
        Instant now = Instant.now(clock);
        LocalDate to = filter.endedTo() == null ? ShanghaiTime.date(now) : filter.endedTo();
        LocalDate from = filter.endedFrom() == null ? to.minusDays(DAYS - 1) : filter.endedFrom();
        check(from, to);
        return new AppealCounts(now, open(caller), from, to, ended(caller, from, to));
    }

    private static void check(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw refused(AppealProblem.PERIOD_REVERSED);
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw refused(DispatchProblem.PERIOD_TOO_LONG);
        }
    }

    private static DomainException refused(ProblemCode code) {
        return new DomainException(
                KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("query:endedTo", code, Integer.toString(MOST_DAYS))));
    }

    private List<AppealCounts.Count> open(Caller caller) {
        return named(sources.visible(caller).stream()
                .map(source -> new SqlCondition(OPEN.formatted(source.sql()), source.values()))
                .toList());
    }

    private List<AppealCounts.Count> ended(Caller caller, LocalDate from, LocalDate to) {
        boolean byDivision = Party.isOfficial(caller) && caller.scope().root().isPresent();
        List<SqlCondition> parts = new ArrayList<>();
        if (byDivision) {
            SqlCondition within = within(caller.scope()).and(conditions.notAbout(caller));
            parts.add(days(OF_DAYS, within, from, to));
        }
        List<SqlCondition> own = sources.visible(caller);
        own.subList(byDivision ? 1 : 0, own.size()).forEach(source -> parts.add(days(ENDED, source, from, to)));
        return named(parts);
    }

    private static SqlCondition days(String sql, SqlCondition where, LocalDate from, LocalDate to) {
        List<Object> values = new ArrayList<>(where.values());
        values.add(from);
        values.add(to);
        return new SqlCondition(sql.formatted(where.sql()), values);
    }

    /** Appeals are kept for districts and towns. */
    private static SqlCondition within(DivisionScope scope) {
        DivisionCode root = scope.root().orElseThrow();
        return switch (root.level()) {
            case PROVINCE, CITY -> SqlCondition.of("starts_with(a.district, ?)", root.value());
            case DISTRICT -> SqlCondition.of("a.district = ?", root.value());
            case TOWN, VILLAGE ->
                SqlCondition.of("a.district = ? AND a.town = ?", root.district().orElseThrow(), root.value());
        };
    }

    private List<AppealCounts.Count> named(List<SqlCondition> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        String all = parts.stream().map(SqlCondition::sql).collect(Collectors.joining(" UNION ALL "));
        Object[] values = parts.stream().flatMap(part -> part.values().stream()).toArray();
        return jdbc.list(NAMED.formatted(all), AppealCountQueries::count, values);
    }

    private static AppealCounts.Count count(ResultSet row) throws SQLException {
        AppealState state = AppealState.valueOf(row.getString("state"));
        String unit = row.getString("unit");
        return new AppealCounts.Count(
                state,
                CodeNames.of(state, Language.CHINESE),
                CodeNames.of(state, Language.ENGLISH),
                row.getString("district"),
                unit.isEmpty() ? null : unit,
                row.getString("unit_name"),
                row.getLong("n"));
    }
}
