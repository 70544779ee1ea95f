package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchDirectory;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Lists of rules, newest first. */
@ApplicationScoped
class DispatchRuleQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("r.id::uuid");
    private static final String LIST = """
            SELECT r.id, r.division, r.category, r.unit_code, r.valid_from, r.valid_to, r.begins_at, r.ends_at, r.note,
                r.assumption,
                r.entered_by, r.entered_at, r.version
            FROM dispatch_rule r""";

    private final Jdbc jdbc;
    private final Paging paging;

    DispatchRuleQueries(DataSource database, Paging paging) {
        this.jdbc = Jdbc.of(database);
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
        SqlCondition where = SqlCondition.of(
                        "(r." + scope.column() + " = ? OR r.division = ANY (?))", scope.value(), wider(scope))
                .andIf("r.category = ?", filter.category())
                .andIf("r.unit_code = ?", filter.unit())
                .andIf("r.valid_from <= ?", filter.on())
                .andIf("(r.valid_to IS NULL OR r.valid_to >= ?)", filter.on());
        return page.of(page.read(jdbc, LIST, where, DispatchRuleQueries::view), rule -> List.of(rule.id()));
    }

    private static DispatchRuleView view(ResultSet row) throws SQLException {
        return new DispatchRuleView(
                row.getObject("id", UUID.class),
                row.getString("division"),
                row.getString("category"),
                row.getString("unit_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                ShanghaiTime.local(
                        row.getObject("begins_at", OffsetDateTime.class).toInstant()),
                local(Jdbc.instant(row, "ends_at")),
                row.getString("note"),
                row.getBoolean("assumption"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    /** A rule of a wider area decides in the own one too. */
    private static List<String> wider(DivisionScope scope) {
        return scope.root().flatMap(DivisionCode::parent).stream()
                .flatMap(above -> DispatchDirectory.areas(above).stream())
                .map(DivisionCode::value)
                .toList();
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant moment) {
        return moment == null ? null : ShanghaiTime.local(moment);
    }
}
