package org.pengjiang.project.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.ProjectProblem;

/** Lists of investors, newest first. */
@ApplicationScoped
class InvestorQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("i.id::uuid");
    private static final String LIST = """
            SELECT i.id, i.name, i.id_type, i.id_no, i.country, i.version
            FROM investor i
            WHERE i.%s = ? AND %s AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;

    InvestorQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    Page<InvestorSummary> list(DivisionScope scope, @Nullable String q, PageRequest request) {
        DivisionScope district = Investors.districtOf(scope);
        KeysetPage page = paging.start(
                request,
                NEWEST_FIRST,
                q,
                district.root().map(DivisionCode::value).orElse(null));
        Optional<ScopeColumn> column = ScopeColumn.of(district, Optional.empty());
        if (column.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        if (q != null && q.strip().codePointCount(0, q.strip().length()) < 2) {
            throw new DomainException(
                    ProjectProblem.SEARCH_TOO_SHORT, List.of(Fault.at("query:q", ProjectProblem.SEARCH_TOO_SHORT)));
        }
        String text = q == null ? "TRUE" : "bigrams(i.name) @> bigrams(?) AND lower(i.name) LIKE ?";
        String sql = LIST.formatted(column.get().column(), text, page.condition(), page.orderBy());
        return page.of(read(sql, column.get().value(), q, page), row -> List.of(row.id()));
    }

    private List<InvestorSummary> read(String sql, String division, @Nullable String q, KeysetPage page) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            query.setString(++index, division);
            if (q != null) {
                query.setString(++index, q.strip());
                String escaped = q.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
                query.setString(++index, "%" + escaped + "%");
            }
            for (String value : page.parameters()) {
                query.setString(++index, value);
            }
            query.setInt(++index, page.fetch());
            List<InvestorSummary> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new InvestorSummary(
                            rows.getObject("id", UUID.class),
                            rows.getString("name"),
                            rows.getString("id_type"),
                            rows.getString("id_no"),
                            rows.getString("country"),
                            rows.getLong("version")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the list of investors cannot be read", e);
        }
    }
}
