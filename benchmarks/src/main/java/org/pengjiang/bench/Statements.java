package org.pengjiang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named statements of {@code project-service.sql}, each prepared once on one connection. */
final class Statements {

    private static final String MARK = "-- :";

    private final Connection connection;
    private final Map<String, String> texts = load();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    private static Map<String, String> load() {
        try (InputStream file = Statements.class.getResourceAsStream("project-service.sql")) {
            if (file == null) {
                throw new IllegalStateException("project-service.sql is not on the class path");
            }
            Map<String, String> texts = new HashMap<>();
            String name = "";
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(MARK)) {
                    name = line.substring(MARK.length());
                } else if (!line.startsWith("--") && !line.isBlank()) {
                    texts.merge(name, line, (first, next) -> first + "\n" + next);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("project-service.sql has no statement " + name);
        }
        return text;
    }

    /** Every column of every row, as whoever shows them has to read them. */
    List<List<@Nullable Object>> rows(String name, @Nullable Object... values) throws SQLException {
        try (ResultSet result = bound(name, values).executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** @return the rows changed */
    int change(String name, @Nullable Object... values) throws SQLException {
        return bound(name, values).executeUpdate();
    }

    /** @throws IllegalStateException when it is not exactly one row: a baseline that does nothing is none */
    void changeOne(String name, @Nullable Object... values) throws SQLException {
        int changed = change(name, values);
        if (changed != 1) {
            throw new IllegalStateException(name + " changed " + changed + " rows");
        }
    }

    private PreparedStatement bound(String name, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = prepared.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(text(name));
            prepared.put(name, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
