package org.pengjiang.project.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import org.pengjiang.kit.http.TextSearch;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.project.model.Investors;

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
        Optional<TextSearch> search = TextSearch.of("q", q);
        String text = search.map(words -> words.condition("i.name")).orElse("TRUE");
        String sql = LIST.formatted(district.column(), text, page.condition(), page.orderBy());
        List<String> values = new ArrayList<>(List.of(district.value()));
        search.ifPresent(words -> values.addAll(words.parameters()));
        values.addAll(page.parameters());
        return page.of(read(sql, values, page.fetch()), row -> List.of(row.id()));
    }

    private List<InvestorSummary> read(String sql, List<String> values, int fetch) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            for (String value : values) {
                query.setString(++index, value);
            }
            query.setInt(++index, fetch);
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
