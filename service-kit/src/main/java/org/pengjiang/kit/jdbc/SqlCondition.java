package org.pengjiang.kit.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a WHERE clause, with a value for each of its question marks. */
public record SqlCondition(String sql, List<Object> values) {
    public static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    public SqlCondition and(SqlCondition other) {
        return joined(" AND ", other);
    }

    /** Narrowed by a condition of one question mark, where there is a value for it. */
    public SqlCondition andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(of(condition, value));
    }

    public SqlCondition or(SqlCondition other) {
        return joined(" OR ", other);
    }

    /** True where this one is false or NULL. */
    public SqlCondition negated() {
        return new SqlCondition("((" + sql + ") IS NOT TRUE)", values);
    }

    private SqlCondition joined(String word, SqlCondition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new SqlCondition("(" + sql + word + other.sql + ")", both);
    }
}
