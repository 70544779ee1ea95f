package org.pengjiang.project.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.http.TextSearch;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Lists of projects, newest first, straight from the table: no aggregate is loaded. */
@ApplicationScoped
class ProjectQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("p.id::uuid");
    private static final String COLUMNS = """
            SELECT p.id, p.no, p.name, p.kind, p.division, p.stage, p.condition, p.stage_entered_on, p.chain_code,
                   p.planned_total_yuan::text, p.agreement_amount_yuan::text, p.open_appeals, p.breached_appeals, p.historical,
                   p.version
            FROM project p
            WHERE %s AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;

    ProjectQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    Page<ProjectSummary> list(DivisionScope scope, ProjectFilter filter, PageRequest request) {
        DivisionScope wished = Optional.ofNullable(filter.division())
                .map(ProjectQueries::division)
                .map(scope::within)
                .orElse(scope);
        KeysetPage page = paging.start(
                request,
                NEWEST_FIRST,
                filter.stage(),
                filter.condition(),
                filter.chain(),
                filter.team(),
                filter.division(),
                filter.withOpenAppeals(),
                filter.q(),
                scope.root().map(DivisionCode::value).orElse(null));
        Conditions where = conditions(wished, filter);
        String sql = COLUMNS.formatted(where.sql(), page.condition(), page.orderBy());
        return page.of(read(sql, where.values(), page), row -> List.of(row.id()));
    }

    private static DivisionCode division(String code) {
        try {
            return DivisionCode.parse(code);
        } catch (InvalidIdentifier e) {
            throw new DomainException(KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:division", e.finding())));
        }
    }

    private record Conditions(List<String> parts, List<Object> values) {
        void add(String part, @Nullable Object... given) {
            parts.add(part);
            for (Object value : given) {
                values.add(value);
            }
        }

        String sql() {
            return String.join(" AND ", parts);
        }
    }

    private static Conditions conditions(DivisionScope scope, ProjectFilter filter) {
        Conditions where = new Conditions(new ArrayList<>(), new ArrayList<>());
        where.add("p." + scope.column() + " = ?", scope.value());
        if (filter.stage() != null) {
            where.add("p.stage = ?", filter.stage().name());
        }
        if (filter.condition() != null) {
            where.add("p.condition = ?", filter.condition().name());
        }
        if (filter.chain() != null) {
            where.add("p.chain_code = ?", filter.chain());
        }
        if (filter.team() != null) {
            where.add(
                    "EXISTS (SELECT FROM credit_share s"
                            + " WHERE s.project_id = p.id AND s.team_id = ? AND s.superseded_on IS NULL)",
                    filter.team());
        }
        if (filter.withOpenAppeals() != null) {
            where.add(filter.onlyWithOpenAppeals() ? "p.open_appeals > 0" : "p.open_appeals = 0");
        }
        TextSearch.of("q", filter.q())
                .ifPresent(words -> where.add(
                        words.condition("p.search_text"), words.parameters().toArray()));
        return where;
    }

    private List<ProjectSummary> read(String sql, List<Object> values, KeysetPage page) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : values) {
                query.setObject(++index, value);
            }
            for (String value : page.parameters()) {
                query.setString(++index, value);
            }
            query.setInt(++index, page.fetch());
            List<ProjectSummary> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(summary(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the list of projects cannot be read", e);
        }
    }

    private static ProjectSummary summary(ResultSet row) throws SQLException {
        return new ProjectSummary(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("division"),
                row.getString("stage"),
                row.getString("condition"),
                row.getObject("stage_entered_on", LocalDate.class),
                row.getString("chain_code"),
                row.getString("planned_total_yuan"),
                row.getString("agreement_amount_yuan"),
                row.getInt("open_appeals"),
                row.getInt("breached_appeals"),
                row.getBoolean("historical"),
                row.getLong("version"));
    }
}
