package org.pengjiang.kit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A piece of a WHERE clause, with a value for each of its question marks. */
public record SqlCondition(String sql, List<Object> values) {
    public static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    public SqlCondition and(SqlCondition other) {
        return joined(" AND ", other);
    }

    public SqlCondition or(SqlCondition other) {
        return joined(" OR ", other);
    }

    private SqlCondition joined(String word, SqlCondition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new SqlCondition("(" + sql + word + other.sql + ")", both);
    }

    /** Gives a statement its first values, arrays of texts and of UUIDs too; returns how many there are. */
    public static int bind(PreparedStatement query, List<?> values) throws SQLException {
        Connection connection = query.getConnection();
        int index = 0;
        for (Object value : values) {
            query.setObject(
                    ++index,
                    switch (value) {
                        case String[] texts -> connection.createArrayOf("text", texts);
                        case UUID[] ids -> connection.createArrayOf("uuid", ids);
                        default -> value;
                    });
        }
        return index;
    }
}
