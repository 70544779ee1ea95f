package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.Caller;

/**
 * Open tasks in the order in which they are due. What waits for one person is looked up by each way it can wait for him, each
 * along its own index and no longer than the page, and put together: a task waits in one way only, so none comes twice.
 */
@ApplicationScoped
class TaskQueries {
    static final Keyset ORDER = Keyset.ascending("sort_at::timestamptz", "id::uuid");

    private static final String ACCOUNT = "account = ?";
    private static final String PARTY = "party = ANY(?)";
    private static final String UNIT = "unit = ANY(?) AND roles && ? AND %s = ? AND ? <> ALL(except_accounts)";
    private static final String ROLE = "unit IS NULL AND roles && ? AND %s = ? AND ? <> ALL(except_accounts)";

    private final DataSource database;

    TaskQueries(DataSource database) {
        this.database = database;
    }

    /** A row and where it stands in the order. */
    record Placed(TaskRow task, String position) {
        List<Object> key() {
            return List.of(position, task.id());
        }
    }

    /** A condition and what its question marks stand for: a text, or a list of texts. */
    private record Way(String condition, List<Object> values) {}

    List<Placed> mine(Caller caller, TaskFilter filter, KeysetPage page) {
        String me = caller.subject();
        String column = caller.scope().column();
        String place = caller.scope().value();
        List<String> roles = caller.roles().stream().sorted().toList();
        List<Way> ways = List.of(
                new Way(ACCOUNT, List.of(me)),
                new Way(PARTY, List.of(parties(caller))),
                new Way(UNIT.formatted(column), List.of(caller.claims("unit"), roles, place, me)),
                new Way(ROLE.formatted(column), List.of(roles, place, me)));
        return read(ways, filter, page);
    }

    /** The role makes an account speak for its enterprise; the claim alone does not. */
    private static List<String> parties(Caller caller) {
        return caller.hasRole("ENTERPRISE") ? caller.claims("enterprise") : List.of();
    }

    List<Placed> all(Caller caller, TaskFilter filter, KeysetPage page) {
        Way way =
                new Way(caller.scope().column() + " = ?", List.of(caller.scope().value()));
        return read(List.of(way), filter, page);
    }

    private List<Placed> read(List<Way> ways, TaskFilter filter, KeysetPage page) {
        String more = (filter.unit() == null ? "" : " AND unit = ?") + (filter.kind() == null ? "" : " AND kind = ?");
        String end = " AND done_at IS NULL AND " + page.condition() + more + " ORDER BY " + page.orderBy() + " LIMIT "
                + page.fetch();
        String sql = ways.stream()
                .map(way -> "(SELECT " + TaskRow.COLUMNS + ", sort_at FROM task WHERE " + way.condition() + end + ")")
                .collect(Collectors.joining(" UNION ALL "));
        List<Object> rest = Stream.concat(
                        page.parameters().stream(),
                        Stream.of(filter.unit(), filter.kind()).flatMap(Stream::ofNullable))
                .collect(Collectors.toUnmodifiableList());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT * FROM (" + sql + ") found ORDER BY " + page.orderBy() + " LIMIT " + page.fetch())) {
            int i = 1;
            for (Way way : ways) {
                for (Object value :
                        Stream.concat(way.values().stream(), rest.stream()).toList()) {
                    bind(connection, query, i++, value);
                }
            }
            return rows(query);
        } catch (SQLException e) {
            throw new IllegalStateException("the tasks cannot be read", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement query, int index, Object value)
            throws SQLException {
        if (value instanceof List<?> texts) {
            query.setArray(index, connection.createArrayOf("text", texts.toArray()));
        } else {
            query.setString(index, value.toString());
        }
    }

    private static List<Placed> rows(PreparedStatement query) throws SQLException {
        List<Placed> rows = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(new Placed(TaskRow.of(row), row.getString("position")));
            }
        }
        return rows;
    }
}
