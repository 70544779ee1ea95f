package org.pengjiang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The named statements of some files beside this class, each prepared once on one connection. */
final class Statements {

    private static final String MARK = "-- :";
    private static final Pattern SET = Pattern.compile("(\\w+)=\\?");

    private final Connection connection;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> written = new HashMap<>();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection, List<String> files) {
        this.connection = connection;
        files.forEach(file -> texts.putAll(texts(file)));
    }

    /** Each statement of that file by its name. */
    static Map<String, String> texts(String name) {
        try (InputStream file = Statements.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            Map<String, String> texts = new HashMap<>();
            String statement = "";
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(MARK)) {
                    statement = line.substring(MARK.length());
                } else if (!line.startsWith("--") && !line.isBlank()) {
                    texts.merge(statement, line, (first, next) -> first + "\n" + next);
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
            throw new IllegalArgumentException("there is no statement " + name);
        }
        return text;
    }

    /** Every column of every row, as whoever shows them has to read them. */
    List<Row> rows(String name, @Nullable Object... values) throws SQLException {
        try (ResultSet result = bound(name, values).executeQuery()) {
            return read(result);
        }
    }

    /** One row that the service wrote, by a query of the bench's own. */
    Row template(String query) throws SQLException {
        return templates(query).getFirst();
    }

    List<Row> templates(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return read(result);
        }
    }

    private static List<Row> read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Row row = new Row(HashMap.newHashMap(columns.getColumnCount()));
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.set(columns.getColumnLabel(i), result.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * Inserts the row, or updates it where the statement's last question marks are given.
     *
     * @throws IllegalStateException when it is not exactly one row: a baseline that does nothing is none
     */
    void writeOne(String name, Row row, @Nullable Object... where) throws SQLException {
        List<String> columns = written.get(name);
        if (columns == null) {
            columns = columns(text(name));
            written.put(name, columns);
        }
        @Nullable Object[] values = new Object[columns.size() + where.length];
        for (int i = 0; i < columns.size(); i++) {
            values[i] = row.get(columns.get(i));
        }
        System.arraycopy(where, 0, values, columns.size(), where.length);
        changeOne(name, values);
    }

    /** Those that an INSERT or UPDATE has a question mark for, in their order. */
    static List<String> columns(String text) {
        if (text.startsWith("update")) {
            return SET.matcher(text.substring(0, text.indexOf(" where")))
                    .results()
                    .map(set -> set.group(1))
                    .toList();
        }
        int values = text.indexOf(')');
        return Arrays.stream(text.substring(text.indexOf('(') + 1, values).split(","))
                .map(String::strip)
                // what stands behind them is written by the statement itself
                .limit(text.chars().filter(character -> character == '?').count())
                .toList();
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
