package org.pengjiang.kit.jdbc;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs plain SQL. Values are bound in the order of the question marks: an instant as timestamptz, a constant as its name, a
 * collection or an array as an array of what its elements are, an empty optional as NULL, everything else as the driver binds it.
 */
public final class Jdbc {
    /** The types of elements of arrays; a constant is a text besides. */
    private static final Map<Class<?>, String> ELEMENTS = Map.of(
            String.class, "text",
            UUID.class, "uuid",
            Long.class, "bigint",
            Integer.class, "integer",
            BigDecimal.class, "numeric",
            Boolean.class, "boolean",
            LocalDate.class, "date",
            Instant.class, "timestamptz");

    private final Source source;

    private Jdbc(Source source) {
        this.source = source;
    }

    /** Each statement takes a connection of the pool; in a transaction that is the connection of the transaction. */
    public static Jdbc of(DataSource pool) {
        return new Jdbc(new Pool(pool));
    }

    /** Every statement runs on this connection, which stays open. */
    public static Jdbc on(Connection connection) {
        return new Jdbc(new One(connection));
    }

    /** What one row of a result says. */
    public interface Row<T> {
        @Nullable T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private interface Source {
        <T> T run(String sql, Work<T> work) throws SQLException;
    }

    private record Pool(DataSource pool) implements Source {
        @Override
        public <T> T run(String sql, Work<T> work) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return new One(connection).run(sql, work);
            }
        }
    }

    private record One(Connection connection) implements Source {
        @Override
        public <T> T run(String sql, Work<T> work) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.with(statement);
            }
        }
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        return run(sql, statement -> {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row.read(found));
                }
            }
            return rows;
        });
    }

    /** What the first row says; empty where there is no row, or it says nothing. */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    public boolean exists(String sql, @Nullable Object... values) {
        return !list(sql, row -> true, values).isEmpty();
    }

    /** @return how many rows were changed */
    public int update(String sql, @Nullable Object... values) {
        return run(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Runs one statement with the values of each row, in one round trip. */
    public int[] batch(String sql, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return run(sql, statement -> {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try {
            return source.run(sql, work);
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    /** An array of texts, as it stands there; none where the column is NULL. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Collections.unmodifiableList(Arrays.asList((String[]) array.getArray()));
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** For a statement that is run by other means. */
    public static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Optional<?> present -> bind(statement, index, present.orElse(null));
            case Instant moment -> statement.setObject(index, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> many -> array(statement, index, many.toArray());
            case Object[] many -> array(statement, index, many);
            default -> statement.setObject(index, value);
        }
    }

    private static void array(PreparedStatement statement, int index, @Nullable Object[] many) throws SQLException {
        List<String> types = Arrays.stream(many)
                .filter(Objects::nonNull)
                .map(Jdbc::typeOf)
                .distinct()
                .toList();
        if (types.size() > 1) {
            throw new IllegalArgumentException("the elements of an array are of one type, and not of " + types);
        }
        if (types.isEmpty()) {
            // of no type: the server takes that of the other side
            String nothing = String.join(",", Collections.nCopies(many.length, "NULL"));
            statement.setObject(index, "{" + nothing + "}", Types.OTHER);
            return;
        }
        @Nullable Object[] elements = Arrays.stream(many)
                .map(element -> element instanceof Enum<?> constant ? constant.name() : element)
                .toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(types.getFirst(), elements));
    }

    private static String typeOf(Object element) {
        String type = element instanceof Enum<?> ? "text" : ELEMENTS.get(element.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "an array of " + element.getClass().getName() + " has no type in the database");
        }
        return type;
    }
}
