package org.pengjiang.kit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.pengjiang.kit.jdbc.SqlCondition;

/** The statements of {@link TextSearch}; public for the tests of their plans. Sources are never empty. */
public final class SearchSql {
    private SearchSql() {}

    /**
     * Looks through the newest items of all sources, and reads the key of each by its id: how many ({@code looked}), the
     * {@code last} of them, how many have every pair ({@code could}), and the ids that have every word ({@code found}).
     */
    public static SqlCondition lookThrough(
            SearchedList list, SearchWords words, List<SqlCondition> sources, int most, int wanted) {
        SqlCondition newest = newest(list, sources, most);
        SqlCondition hit = contains(words.keys());
        SqlCondition could = contains(words.pairsAsTexts());
        String sql = """
                WITH looked AS MATERIALIZED (%s),
                     tested AS MATERIALIZED (SELECT l.id, t.hit, t.could FROM looked l CROSS JOIN LATERAL (
                         SELECT %s AS hit, %s AS could FROM search_text s WHERE s.id = l.id OFFSET 0) t)
                SELECT (SELECT count(*) FROM looked) AS looked, (SELECT id FROM looked ORDER BY id LIMIT 1) AS last,
                       (SELECT count(*) FROM tested WHERE could) AS could,
                       ARRAY(SELECT id FROM tested WHERE hit ORDER BY id DESC LIMIT ?) AS found
                """.formatted(newest.sql(), hit.sql(), could.sql());
        return new SqlCondition(sql, values(newest.values(), hit.values(), could.values(), List.of(wanted)));
    }

    /**
     * Asks the index over pairs: how many {@code candidates} it gives, at most one more than so many, and the ids of those in the
     * sources that have every word ({@code found}).
     */
    public static SqlCondition ask(
            SearchedList list, SearchWords words, List<SqlCondition> sources, int mostCandidates, int wanted) {
        SqlCondition hit = contains(words.keys());
        SqlCondition any = any(sources);
        String sql = """
                WITH candidates AS MATERIALIZED (SELECT s.id, %s AS hit FROM search_text s
                         WHERE s.list = ? AND text_pairs(s.key) @> ? LIMIT %d)
                SELECT (SELECT count(*) FROM candidates) AS candidates,
                       ARRAY(SELECT c.id FROM candidates c
                              WHERE c.hit AND EXISTS (SELECT FROM %s WHERE %s = c.id AND %s)
                              ORDER BY c.id DESC LIMIT ?) AS found
                """.formatted(hit.sql(), mostCandidates + 1, list.from(), list.column("id"), any.sql());
        List<Long> pairs = LongStream.of(words.pairs()).boxed().toList();
        return new SqlCondition(sql, values(hit.values(), List.of(list.name(), pairs), any.values(), List.of(wanted)));
    }

    /** The one item with this number, if it lies in a source. */
    static SqlCondition numbered(SearchedList list, String no, List<SqlCondition> sources) {
        SqlCondition where = SqlCondition.of(list.column("no") + " = ?", no).and(any(sources));
        return new SqlCondition(
                "SELECT %s AS id FROM %s WHERE %s".formatted(list.column("id"), list.from(), where.sql()),
                where.values());
    }

    /** As the release before searched. */
    static SqlCondition withoutKeys(SearchedList list, SearchWords words, List<SqlCondition> sources, int wanted) {
        SqlCondition hit = words.typed().stream()
                .map(word -> withoutKey(list.column(list.text()), word))
                .reduce(SqlCondition::and)
                .orElseThrow();
        return newest(list, sources.stream().map(source -> source.and(hit)).toList(), wanted);
    }

    private static SqlCondition withoutKey(String column, String word) {
        String like = "%" + word.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        SqlCondition holds = SqlCondition.of("lower(%s) LIKE ?".formatted(column), like);
        return word.codePointCount(0, word.length()) < 2
                ? holds
                : SqlCondition.of("bigrams(%1$s) @> bigrams(?)".formatted(column), word)
                        .and(holds);
    }

    /** The newest ids of all sources together. */
    private static SqlCondition newest(SearchedList list, List<SqlCondition> sources, int most) {
        List<Object> values = new ArrayList<>();
        sources.forEach(source -> values.addAll(source.values()));
        // as a number: a plan is made for it, and not for any limit
        String id = list.column("id");
        String parts = sources.stream()
                .map(source -> "SELECT %1$s AS id FROM %2$s WHERE %3$s ORDER BY %1$s DESC LIMIT %4$d"
                        .formatted(id, list.from(), source.sql(), most))
                .collect(Collectors.joining(") UNION ALL (", "(", ")"));
        return sources.size() == 1
                ? new SqlCondition(parts, values)
                : new SqlCondition("SELECT id FROM (" + parts + ") parts ORDER BY id DESC LIMIT " + most, values);
    }

    private static SqlCondition any(List<SqlCondition> sources) {
        return sources.stream().reduce(SqlCondition::or).orElseThrow();
    }

    private static SqlCondition contains(List<String> parts) {
        return new SqlCondition(
                parts.stream().map(part -> "strpos(s.key, ?) > 0").collect(Collectors.joining(" AND ")),
                List.copyOf(parts));
    }

    @SafeVarargs
    private static List<Object> values(List<? extends Object>... parts) {
        List<Object> values = new ArrayList<>();
        for (List<?> part : parts) {
            values.addAll(part);
        }
        return values;
    }
}
