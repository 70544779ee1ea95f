package org.pengjiang.kit.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * A search in Chinese or Latin text over a column with a GIN index on {@code bigrams(column)}: the index finds the rows that
 * have every pair of characters, LIKE keeps those that have them in this order. What is no letter is searched as it is
 * written; {@code %} and {@code _} mean themselves.
 */
public final class TextSearch {
    private static final int SHORTEST = 2;

    private final String text;

    private TextSearch(String text) {
        this.text = text;
    }

    /**
     * @param parameter the name of the query parameter, for the refusal
     * @throws DomainException SEARCH_TOO_SHORT
     */
    public static Optional<TextSearch> of(String parameter, @Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        String text = given.strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw new DomainException(
                    KitProblem.SEARCH_TOO_SHORT, List.of(Fault.at("query:" + parameter, KitProblem.SEARCH_TOO_SHORT)));
        }
        return Optional.of(new TextSearch(text));
    }

    public SqlCondition in(String column) {
        String escaped = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return SqlCondition.of(
                "bigrams(%1$s) @> bigrams(?) AND lower(%1$s) LIKE ?".formatted(column), text, "%" + escaped + "%");
    }
}
