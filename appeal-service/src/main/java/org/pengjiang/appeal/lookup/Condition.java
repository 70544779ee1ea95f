package org.pengjiang.appeal.lookup;

import java.util.ArrayList;
import java.util.List;

/** A piece of a WHERE clause, with a value for each of its question marks. */
record Condition(String sql, List<Object> values) {
    static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    Condition and(Condition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Condition(sql + " AND " + other.sql, both);
    }
}
