package org.pengjiang.kit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which columns a table of such rows has, and what stands in each. */
public final class TableLayout<T> {
    private final List<Shown<T>> shown;

    private record Shown<T>(Column<?> column, Function<? super T, ? extends @Nullable Object> value) {}

    private TableLayout(List<Shown<T>> shown) {
        this.shown = List.copyOf(shown);
    }

    public static <T> TableLayout<T> empty() {
        return new TableLayout<>(List.of());
    }

    /** The same with one column more. */
    public <V> TableLayout<T> with(Column<V> column, Function<? super T, ? extends @Nullable V> value) {
        List<Shown<T>> more = new ArrayList<>(shown);
        more.add(new Shown<>(column, value));
        return new TableLayout<>(more);
    }

    public List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>();
        shown.forEach(each -> columns.add(each.column()));
        return columns;
    }

    List<@Nullable Object> cells(T row) {
        List<@Nullable Object> cells = new ArrayList<>();
        shown.forEach(each -> cells.add(each.value().apply(row)));
        return cells;
    }
}
