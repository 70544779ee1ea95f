package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;

/** Open dues of a division in the order in which they are due, along the index of that level. */
@ApplicationScoped
class DueQueries {
    static final Keyset ORDER = Keyset.ascending("due_at::timestamptz", "id::uuid");

    private final Jdbc jdbc;

    DueQueries(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** A row and where it stands in the order. */
    record PositionedDue(DueRow due, String position) {
        List<Object> key() {
            return List.of(position, due.id());
        }
    }

    List<PositionedDue> open(DivisionScope scope, DueFilter filter, KeysetPage page) {
        List<Object> values = new ArrayList<>(List.of(scope.value()));
        values.addAll(page.parameters());
        String sql = "SELECT " + DueRow.COLUMNS + ", due_at::text AS position FROM due WHERE " + scope.column()
                + " = ? AND closed_at IS NULL AND " + page.condition()
                + only("light = ?", filter.light(), values)
                + only("unit = ?", filter.unit(), values)
                + only("kind = ?", filter.kind(), values)
                + only("subject = ?", filter.subject(), values)
                + " ORDER BY " + page.orderBy() + " LIMIT " + page.fetch();
        return jdbc.list(sql, row -> new PositionedDue(DueRow.of(row), row.getString("position")), values.toArray());
    }

    private static String only(String condition, @Nullable Object value, List<Object> values) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return " AND " + condition;
    }
}
