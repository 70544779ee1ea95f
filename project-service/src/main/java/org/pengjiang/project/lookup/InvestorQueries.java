package org.pengjiang.project.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.search.Found;
import org.pengjiang.kit.search.SearchWords;
import org.pengjiang.kit.search.TextSearch;
import org.pengjiang.project.model.Investors;

/** Lists of investors, newest first. */
@ApplicationScoped
class InvestorQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("i.id::uuid");
    private static final String LIST = """
            SELECT i.id, i.name, i.id_type, i.id_no, i.country, i.version
            FROM investor i""";

    private final Jdbc jdbc;
    private final TextSearch search;
    private final Paging paging;

    InvestorQueries(DataSource database, TextSearch search, Paging paging) {
        this.jdbc = Jdbc.of(database);
        this.search = search;
        this.paging = paging;
    }

    Page<InvestorSummary> list(DivisionScope scope, @Nullable String q, PageRequest request) {
        DivisionScope district = Investors.districtOf(scope);
        KeysetPage page = paging.start(
                request,
                NEWEST_FIRST,
                q,
                district.root().map(DivisionCode::value).orElse(null));
        SqlCondition here = SqlCondition.of("i." + district.column() + " = ?", district.value());
        Optional<SearchWords> words = SearchWords.of("q", q, false);
        if (words.isPresent()) {
            Found found = search.find(Investors.SEARCHED, words.get(), List.of(here), page);
            return page.found(found.ids(), found.searchedUpTo(), ids -> among(district, ids));
        }
        return page.of(page.read(jdbc, LIST, here, InvestorQueries::summary), row -> List.of(row.id()));
    }

    private List<InvestorSummary> among(DivisionScope district, List<UUID> ids) {
        return jdbc.list(
                LIST + " WHERE i.id = ANY (?) AND i." + district.column() + " = ? ORDER BY i.id DESC",
                InvestorQueries::summary,
                ids,
                district.value());
    }

    private static InvestorSummary summary(ResultSet row) throws SQLException {
        return new InvestorSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("id_type"),
                row.getString("id_no"),
                row.getString("country"),
                row.getLong("version"));
    }
}
