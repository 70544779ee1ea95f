package org.pengjiang.kit.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stable order of a list: columns with their SQL types, a unique one last. All run in one direction, so that a single
 * row comparison decides where a page goes on, and an index serves it.
 *
 * <pre>{@code Keyset.descending("p.created_at::timestamptz", "p.id::uuid")}</pre>
 */
public final class Keyset {
    private static final Pattern COLUMN = Pattern.compile("([a-z_][a-z0-9_.]*)::([a-z][a-z0-9_ ]*)");

    private final List<String> columns;
    private final List<String> types;
    private final boolean descending;

    private Keyset(boolean descending, String... typedColumns) {
        if (typedColumns.length == 0
                || !Arrays.stream(typedColumns)
                        .allMatch(column -> COLUMN.matcher(column).matches())) {
            throw new IllegalArgumentException("give each column as name::type, the unique one last");
        }
        this.columns =
                Arrays.stream(typedColumns).map(column -> column.split("::")[0]).toList();
        this.types =
                Arrays.stream(typedColumns).map(column -> column.split("::")[1]).toList();
        this.descending = descending;
    }

    public static Keyset ascending(String... typedColumns) {
        return new Keyset(false, typedColumns);
    }

    public static Keyset descending(String... typedColumns) {
        return new Keyset(true, typedColumns);
    }

    int size() {
        return columns.size();
    }

    String orderBy() {
        return columns.stream()
                .map(column -> column + (descending ? " DESC" : " ASC"))
                .collect(Collectors.joining(", "));
    }

    /** A condition with one parameter per column. */
    String beyond() {
        String values = types.stream().map(type -> "CAST(? AS " + type + ")").collect(Collectors.joining(", "));
        return "(" + String.join(", ", columns) + ") " + (descending ? "<" : ">") + " (" + values + ")";
    }
}
