package org.pengjiang.project.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.search.Found;
import org.pengjiang.kit.search.SearchWords;
import org.pengjiang.kit.search.TextSearch;
import org.pengjiang.project.model.Projects;

/** Lists of projects, newest first, straight from the table: no aggregate is loaded. */
@ApplicationScoped
class ProjectQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("p.id::uuid");
    private static final String COLUMNS = """
            SELECT p.id, p.no, p.name, p.kind, p.division, p.stage, p.condition, p.stage_entered_on, p.chain_code,
                   p.planned_total_yuan::text, p.agreement_amount_yuan::text, p.open_appeals, p.breached_appeals, p.historical,
                   p.version
            FROM project p""";

    private final Jdbc jdbc;
    private final TextSearch search;
    private final Paging paging;

    ProjectQueries(DataSource database, TextSearch search, Paging paging) {
        this.jdbc = Jdbc.of(database);
        this.search = search;
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
        SqlCondition where = conditions(wished, filter);
        Optional<SearchWords> words = SearchWords.of("q", filter.q(), filter.isNarrowed());
        if (words.isPresent()) {
            Found found = search.find(Projects.SEARCHED, words.get(), List.of(where), page);
            return page.found(found.ids(), found.searchedUpTo(), ids -> among(scope, ids));
        }
        return page.of(page.read(jdbc, COLUMNS, where, ProjectQueries::summary), row -> List.of(row.id()));
    }

    private List<ProjectSummary> among(DivisionScope scope, List<UUID> ids) {
        return jdbc.list(
                COLUMNS + " WHERE p.id = ANY (?) AND p." + scope.column() + " = ? ORDER BY p.id DESC",
                ProjectQueries::summary,
                ids,
                scope.value());
    }

    private static DivisionCode division(String code) {
        try {
            return DivisionCode.parse(code);
        } catch (InvalidIdentifier e) {
            throw new DomainException(KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:division", e.finding())));
        }
    }

    private static SqlCondition conditions(DivisionScope scope, ProjectFilter filter) {
        SqlCondition where = SqlCondition.of("p." + scope.column() + " = ?", scope.value())
                .andIf("p.stage = ?", filter.stage())
                .andIf("p.condition = ?", filter.condition())
                .andIf("p.chain_code = ?", filter.chain())
                .andIf(
                        "EXISTS (SELECT FROM credit_share s"
                                + " WHERE s.project_id = p.id AND s.team_id = ? AND s.superseded_on IS NULL)",
                        filter.team());
        if (filter.withOpenAppeals() != null) {
            where = where.and(
                    SqlCondition.of(filter.onlyWithOpenAppeals() ? "p.open_appeals > 0" : "p.open_appeals = 0"));
        }
        return where;
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
