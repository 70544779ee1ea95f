package org.pengjiang.kit.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page to be read: put {@link #condition()} into the WHERE clause, bind {@link #parameters()} there as texts, end with
 * {@code ORDER BY} {@link #orderBy()} {@code LIMIT} {@link #fetch()}, and hand the rows to {@link #of}.
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

    private String cursor(List<?> position) {
        if (position.size() != order.size()) {
            throw new IllegalArgumentException("the order has " + order.size() + " columns: " + order.orderBy());
        }
        return cursors.apply(position.stream().map(String::valueOf).toList());
    }
}
