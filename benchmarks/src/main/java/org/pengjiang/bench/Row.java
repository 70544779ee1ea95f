package org.pengjiang.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row by the names of its columns: one that the service wrote, to be written again with other keys. */
final class Row {

    private final Map<String, @Nullable Object> values;

    Row(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    Row copy() {
        return new Row(new HashMap<>(values));
    }

    Row set(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    @Nullable Object get(String column) {
        return values.get(column);
    }

    UUID id() {
        return id("id");
    }

    UUID id(String column) {
        if (values.get(column) instanceof UUID id) {
            return id;
        }
        throw new IllegalStateException("no key in " + column);
    }

    long number(String column) {
        if (values.get(column) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("no number in " + column);
    }
}
