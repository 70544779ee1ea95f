package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Open tasks in the order in which they are due. The tasks of one person are read in four ways, each along its own index
 * and no longer than the page, and then merged. A task waits in one way only, so none comes twice.
 */
@ApplicationScoped
class TaskQueries {
    static final Keyset ORDER = Keyset.ascending("sort_at::timestamptz", "id::uuid");

    private static final String ACCOUNT = "account = ? AND NOT except_units && ?";
    private static final String PARTY = "party = ANY(?)";
    private static final String NOT_EXCEPTED =
            "? <> ALL(except_accounts) AND NOT except_teams && ? AND NOT except_units && ?";
    private static final String UNIT = "unit = ANY(?) AND roles && ? AND %s = ? AND " + NOT_EXCEPTED;
    private static final String ROLE = "unit IS NULL AND roles && ? AND %s = ? AND " + NOT_EXCEPTED;

    private final Jdbc jdbc;

    TaskQueries(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** A row and where it stands in the order. */
    record PositionedTask(StoredTask stored, String position) {
        List<Object> key() {
            return List.of(position, stored.id());
        }
    }

    /** A condition and what its question marks stand for: a text, or a list of texts. */
    private record Match(String condition, List<Object> values) {}

    List<PositionedTask> mine(Caller caller, TaskFilter filter, KeysetPage page) {
        String me = caller.subject();
        String column = caller.scope().column();
        String place = caller.scope().value();
        List<String> roles = caller.roles().stream().sorted().toList();
        List<String> teams = caller.claims("teams");
        List<String> units = caller.claims("unit");
        List<String> own = unitKeys(caller);
        List<Match> matches = List.of(
                new Match(ACCOUNT, List.of(me, own)),
                new Match(
                        PARTY,
                        List.of(Party.of(caller).map(Party::creditCode).stream().toList())),
                new Match(UNIT.formatted(column), List.of(units, roles, place, me, teams, own)),
                new Match(ROLE.formatted(column), List.of(roles, place, me, teams, own)));
        return read(matches, filter, page);
    }

    List<PositionedTask> all(Caller caller, TaskFilter filter, KeysetPage page) {
        Match match = new Match(
                caller.scope().column() + " = ? AND NOT except_units && ?",
                List.of(caller.scope().value(), unitKeys(caller)));
        return read(List.of(match), filter, page);
    }

    /** The units of a token lie in the district of its division. */
    private static List<String> unitKeys(Caller caller) {
        return caller.division()
                .map(division -> division.district().orElse(division.value()))
                .map(district -> caller.claims("unit").stream()
                        .map(code -> Assignee.unitKey(district, code))
                        .toList())
                .orElse(List.of());
    }

    private List<PositionedTask> read(List<Match> matches, TaskFilter filter, KeysetPage page) {
        String more = (filter.unit() == null ? "" : " AND unit = ?") + (filter.kind() == null ? "" : " AND kind = ?");
        String end = " AND done_at IS NULL AND " + page.condition() + more + " ORDER BY " + page.orderBy() + " LIMIT "
                + page.fetch();
        String sql = matches.stream()
                .map(match ->
                        "(SELECT " + StoredTask.COLUMNS + ", sort_at FROM task WHERE " + match.condition() + end + ")")
                .collect(Collectors.joining(" UNION ALL "));
        List<Object> values = new ArrayList<>();
        for (Match match : matches) {
            values.addAll(match.values());
            values.addAll(page.parameters());
            Stream.of(filter.unit(), filter.kind()).flatMap(Stream::ofNullable).forEach(values::add);
        }
        return jdbc.list(
                "SELECT * FROM (" + sql + ") found ORDER BY " + page.orderBy() + " LIMIT " + page.fetch(),
                row -> new PositionedTask(StoredTask.of(row), row.getString("position")),
                values.toArray());
    }
}
