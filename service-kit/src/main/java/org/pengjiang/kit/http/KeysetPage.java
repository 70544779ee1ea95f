package org.pengjiang.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.Ids;

/**
 * One page to be read: {@link #read} runs the query, and its rows go to {@link #of}. Where the query is put together in another
 * way, {@link #condition()} goes into the WHERE clause with {@link #parameters()} as texts, and it ends with {@code ORDER BY}
 * {@link #orderBy()} {@code LIMIT} {@link #fetch()}.
 */
public final class KeysetPage {
    private final Keyset order;
    private final int limit;
    private final List<String> after;
    private final Function<List<String>, String> cursors;

    KeysetPage(Keyset order, int limit, List<String> after, Function<List<String>, String> cursors) {
        this.order = order;
        this.limit = limit;
        this.after = after;
        this.cursors = cursors;
    }

    /** {@code TRUE} on the first page. */
    public String condition() {
        return after.isEmpty() ? "TRUE" : order.beyond();
    }

    /** As many as {@link #condition()} has question marks. */
    public List<String> parameters() {
        return after;
    }

    public String orderBy() {
        return order.orderBy();
    }

    /** One more than the page holds, to see whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }

    /** @param select everything before WHERE */
    public <R> List<R> read(Jdbc jdbc, String select, SqlCondition where, Jdbc.Row<R> row) {
        return read(jdbc, SqlCondition.of(select), where, row);
    }

    /** The same where question marks stand before WHERE too. */
    public <R> List<R> read(Jdbc jdbc, SqlCondition select, SqlCondition where, Jdbc.Row<R> row) {
        List<Object> values = new ArrayList<>(select.values());
        values.addAll(where.values());
        values.addAll(after);
        values.add(fetch());
        return jdbc.list(
                select.sql() + " WHERE " + where.sql() + " AND " + condition() + " ORDER BY " + orderBy() + " LIMIT ?",
                row,
                values.toArray());
    }

    /**
     * @param rows what the query gave, up to {@link #fetch()}
     * @param position the values of the order's columns of a row
     */
    public <T> Page<T> of(List<T> rows, Function<? super T, ? extends List<?>> position) {
        return of(rows, position, row -> row);
    }

    /** The same, where the page shows something else than the rows. */
    public <R, T> Page<T> of(
            List<R> rows, Function<? super R, ? extends List<?>> position, Function<? super R, ? extends T> view) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        @Nullable String next = rows.size() > limit ? cursor(position.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().<T>map(view).toList(), next);
    }

    /**
     * A page of what was searched for, in an order by id alone.
     *
     * @param ids what was found, up to {@link #fetch()}
     * @param searchedUpTo the last one that was looked at, where not all were
     * @param read gives the items of these ids in their order
     */
    public <T> Page<T> found(List<UUID> ids, @Nullable UUID searchedUpTo, Function<List<UUID>, List<T>> read) {
        if (ids.size() > limit) {
            List<UUID> shown = ids.subList(0, limit);
            return new Page<>(read.apply(shown), cursor(List.of(shown.getLast())));
        }
        return searchedUpTo == null
                ? new Page<>(read.apply(ids), null)
                : new Page<>(read.apply(ids), cursor(List.of(searchedUpTo)), Ids.madeAt(searchedUpTo));
    }

    private String cursor(List<?> position) {
        if (position.size() != order.size()) {
            throw new IllegalArgumentException("the order has " + order.size() + " columns: " + order.orderBy());
        }
        return cursors.apply(position.stream().map(String::valueOf).toList());
    }
}
