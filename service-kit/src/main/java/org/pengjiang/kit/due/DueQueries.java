package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

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
        SqlCondition where = SqlCondition.of(scope.column() + " = ? AND closed_at IS NULL", scope.value())
                .andIf("light = ?", filter.light())
                .andIf("unit = ?", filter.unit())
                .andIf("kind = ?", filter.kind())
                .andIf("subject = ?", filter.subject());
        return page.read(
                jdbc,
                "SELECT " + DueRow.COLUMNS + ", due_at::text AS position FROM due",
                where,
                row -> new PositionedDue(DueRow.of(row), row.getString("position")));
    }
}
