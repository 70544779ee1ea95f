package org.pengjiang.kit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. An instant becomes timestamptz, a list an array of text or uuid. */
public final class Parameters {
    private final Connection connection;
    private final PreparedStatement statement;
    private int index;

    public Parameters(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    public Parameters add(@Nullable Object value) throws SQLException {
        index++;
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant moment -> statement.setObject(index, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Enum<?> word -> statement.setString(index, word.name());
            case List<?> list -> statement.setArray(index, connection.createArrayOf(typeOf(list), list.toArray()));
            default -> statement.setObject(index, value);
        }
        return this;
    }

    public Parameters addAll(List<?> values) throws SQLException {
        for (Object value : values) {
            add(value);
        }
        return this;
    }

    private static String typeOf(List<?> list) {
        return !list.isEmpty() && list.getFirst() instanceof UUID ? "uuid" : "text";
    }
}
