package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Lists of source systems, newest first. */
@ApplicationScoped
class SourceSystemQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("s.id::uuid");
    private static final String LIST = """
            SELECT s.id, s.code, s.name_zh, s.name_en, s.active_from, s.active_to, s.division, s.registered_by,
                s.registered_at, s.version,
                ARRAY(SELECT a.account FROM source_system_account a WHERE a.system_id = s.id ORDER BY a.account) AS accounts
            FROM source_system s""";

    private final Jdbc jdbc;
    private final Paging paging;

    SourceSystemQueries(DataSource database, Paging paging) {
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
    }

    Page<SourceSystemView> list(DivisionScope scope, PageRequest request) {
        KeysetPage page = paging.start(
                request, NEWEST_FIRST, scope.root().map(DivisionCode::value).orElse(null));
        SqlCondition where = SqlCondition.of("s." + scope.column() + " = ?", scope.value());
        return page.of(page.read(jdbc, LIST, where, SourceSystemQueries::view), system -> List.of(system.id()));
    }

    private static SourceSystemView view(ResultSet row) throws SQLException {
        return new SourceSystemView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Jdbc.texts(row, "accounts"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getString("division"),
                row.getString("registered_by"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
