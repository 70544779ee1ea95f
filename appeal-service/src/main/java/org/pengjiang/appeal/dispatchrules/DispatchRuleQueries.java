package org.pengjiang.appeal.dispatchrules;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;

/** Lists of rules, newest first. */
@ApplicationScoped
class DispatchRuleQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("r.id::uuid");
    private static final String LIST = """
            SELECT r.id, r.division, r.category, r.unit_code, r.valid_from, r.valid_to, r.note, r.assumption,
                r.entered_by, r.entered_at, r.version
            FROM dispatch_rule r
            WHERE r.%s = ? AND %s AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;

    DispatchRuleQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    Page<DispatchRuleView> list(DivisionScope scope, RuleFilter filter, PageRequest request) {
        KeysetPage page = paging.start(
                request,
                NEWEST_FIRST,
                filter.category(),
                filter.unit(),
                filter.on(),
                scope.root().map(DivisionCode::value).orElse(null));
        List<Object> values = new ArrayList<>(List.of(scope.value()));
        StringBuilder where = new StringBuilder("TRUE");
        also(where, values, " AND r.category = ?", filter.category());
        also(where, values, " AND r.unit_code = ?", filter.unit());
        also(where, values, " AND r.valid_from <= ?", filter.on());
        also(where, values, " AND (r.valid_to IS NULL OR r.valid_to >= ?)", filter.on());
        values.addAll(page.parameters());
        values.add(page.fetch());
        String sql = LIST.formatted(scope.column(), where, page.condition(), page.orderBy());
        return page.of(read(sql, values), rule -> List.of(rule.id()));
    }

    private static void also(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private List<DispatchRuleView> read(String sql, List<Object> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            List<DispatchRuleView> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(view(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatch directory cannot be read", e);
        }
    }

    private static DispatchRuleView view(ResultSet row) throws SQLException {
        return new DispatchRuleView(
                row.getObject("id", UUID.class),
                row.getString("division"),
                row.getString("category"),
                row.getString("unit_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("note"),
                row.getBoolean("assumption"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
