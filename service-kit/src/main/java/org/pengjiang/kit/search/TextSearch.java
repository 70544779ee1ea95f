package org.pengjiang.kit.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * Finds one page of a list by words, newest first, and looks at a bounded number of rows for it, whatever is looked for.
 *
 * <p>Words that many items hold are found by looking through the newest items. Where those hold few, the index over pairs of
 * characters gives the rest at once. Where too many items have the pairs for that, the answer says where the search ended, and its
 * cursor goes on from there.
 */
@ApplicationScoped
public class TextSearch {
    /** How many of the newest in one step after the other: most pages are full after the first. */
    private static final int[] STEPS = {300, 1_700};

    /** The index is asked if at most one of so many has the pairs. */
    private static final int RARE = 500;

    private static final int MOST_CANDIDATES = 3_000;

    private final Jdbc jdbc;
    private final SearchTexts texts;

    TextSearch(DataSource database, SearchTexts texts) {
        this.jdbc = Jdbc.of(database);
        this.texts = texts;
    }

    private record Step(int looked, UUID last, int could, List<UUID> found) {}

    /**
     * @param sources disjoint parts of the list, each with the conditions of the filters, over the list's alias
     * @param page newest first, by id alone
     */
    public Found find(SearchedList list, SearchWords words, List<SqlCondition> sources, KeysetPage page) {
        if (sources.isEmpty()) {
            return new Found(List.of(), null);
        }
        Optional<String> number = words.number(list.number());
        if (number.isPresent()) {
            // the one item, which stands on the first page
            boolean isFirst = page.parameters().isEmpty();
            return new Found(isFirst ? ids(SearchSql.numbered(list, number.get(), sources)) : List.of(), null);
        }
        SqlCondition beyond = new SqlCondition(page.condition(), List.copyOf(page.parameters()));
        if (!texts.areMade(list)) {
            return new Found(ids(SearchSql.withoutKeys(list, words, narrowed(sources, beyond), page.fetch())), null);
        }
        return find(list, words, sources, beyond, page.fetch());
    }

    private Found find(
            SearchedList list, SearchWords words, List<SqlCondition> sources, SqlCondition beyond, int wanted) {
        List<UUID> found = new ArrayList<>();
        SqlCondition from = beyond;
        @Nullable UUID last = null;
        int looked = 0;
        int could = 0;
        for (int most : STEPS) {
            Optional<Step> seen = lookThrough(list, words, narrowed(sources, from), most, wanted - found.size());
            if (seen.isEmpty()) {
                return new Found(found, null);
            }
            last = seen.get().last();
            found.addAll(seen.get().found());
            looked += seen.get().looked();
            could += seen.get().could();
            if (found.size() >= wanted || seen.get().looked() < most) {
                return new Found(found, null);
            }
            from = SqlCondition.of(list.column("id") + " < ?", last);
        }
        Optional<List<UUID>> rest = could > looked / RARE
                ? Optional.empty()
                : ask(list, words, narrowed(sources, from), wanted - found.size());
        rest.ifPresent(found::addAll);
        return new Found(found, rest.isPresent() ? null : last);
    }

    private static List<SqlCondition> narrowed(List<SqlCondition> sources, SqlCondition more) {
        return sources.stream().map(source -> source.and(more)).toList();
    }

    private List<UUID> ids(SqlCondition query) {
        return jdbc.list(
                query.sql(),
                row -> row.getObject("id", UUID.class),
                query.values().toArray());
    }

    /** Empty where nothing is left to look at. */
    private Optional<Step> lookThrough(
            SearchedList list, SearchWords words, List<SqlCondition> sources, int most, int wanted) {
        SqlCondition query = SearchSql.lookThrough(list, words, sources, most, wanted);
        return jdbc.first(
                query.sql(),
                row -> row.getInt("looked") == 0
                        ? null
                        : new Step(
                                row.getInt("looked"),
                                row.getObject("last", UUID.class),
                                row.getInt("could"),
                                ids(row.getArray("found"))),
                query.values().toArray());
    }

    /** Empty where there is no pair, or too many have them. */
    private Optional<List<UUID>> ask(SearchedList list, SearchWords words, List<SqlCondition> sources, int wanted) {
        if (words.pairs().length == 0) {
            return Optional.empty();
        }
        SqlCondition query = SearchSql.ask(list, words, sources, MOST_CANDIDATES, wanted);
        return jdbc.first(
                query.sql(),
                row -> row.getInt("candidates") > MOST_CANDIDATES ? null : ids(row.getArray("found")),
                query.values().toArray());
    }

    private static List<UUID> ids(Array found) throws SQLException {
        return List.of((UUID[]) found.getArray());
    }
}
