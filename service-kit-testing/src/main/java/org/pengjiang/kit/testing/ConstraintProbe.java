package org.pengjiang.kit.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows that violate each constraint of the service's schema, one at a time. For each one a copy of its table stands in the
 * schema {@code probe} with that constraint alone, so that nothing else refuses the row; columns that the constraint does
 * not name hold the marker wherever they can. Many rows are tried by the server at once: one at a time from here took a minute.
 */
public final class ConstraintProbe implements AutoCloseable {
    private static final String CONSTRAINTS = """
            SELECT c.relname, n.conname, pg_get_constraintdef(n.oid), n.contype::text
              FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid
             WHERE n.connamespace = 'public'::regnamespace AND n.contype IN ('c', 'u', 'p', 'f', 'x')
               AND c.relname <> 'flyway_schema_history'
            UNION ALL
            SELECT c.relname, i.relname, pg_get_indexdef(i.oid), 'i'
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
             WHERE i.relnamespace = 'public'::regnamespace AND x.indisunique AND c.relname <> 'flyway_schema_history'
               AND NOT EXISTS (SELECT FROM pg_constraint n WHERE n.conindid = i.oid)
            UNION ALL
            SELECT c.relname, c.relname || '.' || a.attname, a.attname, 'n'
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.attnotnull
               AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'
             ORDER BY 1, 4, 2
            """;
    private static final String COLUMNS = """
            SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
             WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """;
    private static final int ROWS_AT_ONCE = 50;
    private static final int MOST_ROWS = 3_000;
    /** Which of the rows the constraint refuses, and what a driver that asks for the detail is told; no row stays. */
    private static final String FIRST_REFUSED = """
            CREATE FUNCTION probe.first_refused(rows text[], twice boolean, wanted text, OUT which integer, OUT told text)
            LANGUAGE plpgsql AS $$
            DECLARE detail text;
            BEGIN
                SET CONSTRAINTS ALL IMMEDIATE;
                FOR i IN 1 .. cardinality(rows) LOOP
                    BEGIN
                        EXECUTE rows[i];
                        IF twice THEN
                            EXECUTE rows[i];
                        END IF;
                        RAISE EXCEPTION 'accepted';
                    EXCEPTION WHEN OTHERS THEN
                        IF SQLSTATE = wanted THEN
                            GET STACKED DIAGNOSTICS told = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
                            told := told || detail;
                            which := i;
                            RETURN;
                        END IF;
                    END;
                END LOOP;
            END
            $$
            """;

    private static final Pattern TEXT_LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER_LITERAL = Pattern.compile("(?<![\\w'.])-?[0-9]+(?![\\w'.])");

    private final String app;
    private final String marker;
    private final Random random;
    private final Connection administrator;
    private int quoted;
    private String copied = "";
    private String removal = "";

    /** @param app the role of the service's pool */
    public ConstraintProbe(String app, String marker, long seed) throws SQLException {
        this.app = app;
        this.marker = marker;
        this.random = new Random(seed);
        this.administrator = Database.administer();
        execute("SET synchronous_commit = off");
        execute("DROP SCHEMA IF EXISTS probe CASCADE; CREATE SCHEMA probe; GRANT USAGE ON SCHEMA probe TO " + app);
        execute(FIRST_REFUSED);
    }

    /** One constraint, not null included. */
    public record Constraint(String table, String name, String definition, String kind) {
        private boolean refusesTheSecondOfTwo() {
            return "upxi".contains(kind);
        }

        /** A NULL in a primary key is refused too, but as one, and not by the key's name. */
        private String state() {
            return switch (kind) {
                case "c" -> "23514";
                case "f" -> "23503";
                case "n" -> "23502";
                case "x" -> "23P01";
                default -> "23505";
            };
        }

        private boolean speaksOf(String column) {
            return kind.equals("n")
                    ? definition.equals(column)
                    : Pattern.compile("\\b" + Pattern.quote(column) + "\\b")
                            .matcher(definition)
                            .find();
        }

        @Override
        public String toString() {
            return name + " on " + table;
        }
    }

    private record Column(String name, String type) {}

    /** A statement with parameters, as every service writes its rows. */
    public record Insert(String sql, List<String> values) {
        void execute(Connection connection) throws SQLException {
            try (PreparedStatement statement = prepared(connection)) {
                statement.executeUpdate();
            }
        }

        /** The same with the values in it. */
        private String inWords() {
            StringBuilder words = new StringBuilder();
            String[] between = sql.split("\\?", -1);
            for (int i = 0; i < values.size(); i++) {
                words.append(between[i])
                        .append('\'')
                        .append(values.get(i).replace("'", "''"))
                        .append('\'');
            }
            return words.append(between[values.size()]).toString();
        }

        PreparedStatement prepared(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            return statement;
        }
    }

    /** Every constraint and unique index of the schema. */
    public List<Constraint> all() throws SQLException {
        List<Constraint> all = new ArrayList<>();
        try (Statement statement = administrator.createStatement();
                ResultSet row = statement.executeQuery(CONSTRAINTS)) {
            while (row.next()) {
                all.add(new Constraint(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return all;
    }

    /**
     * Leaves {@code probe.<table>} with this constraint alone.
     *
     * @return an INSERT that it refuses; empty when none of many rows is refused
     */
    public Optional<Insert> refusedInsert(Constraint constraint) throws SQLException {
        copyTable(constraint);
        List<Column> columns = columns(constraint.table());
        for (int tries = 0; tries < MOST_ROWS; tries += ROWS_AT_ONCE) {
            List<Insert> rows = new ArrayList<>();
            for (int i = 0; i < ROWS_AT_ONCE; i++) {
                rows.add(insert(constraint, columns));
            }
            Insert refused = firstRefused(constraint, rows);
            if (refused != null) {
                if (constraint.refusesTheSecondOfTwo()) {
                    execute(refused.inWords());
                }
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** How many refusals quote the marker to a driver that asks for the detail: the search would find nothing otherwise. */
    public int quoted() {
        return quoted;
    }

    private @Nullable Insert firstRefused(Constraint constraint, List<Insert> rows) throws SQLException {
        try (PreparedStatement query =
                administrator.prepareStatement("SELECT which, told FROM probe.first_refused(?, ?, ?)")) {
            query.setArray(
                    1,
                    administrator.createArrayOf(
                            "text", rows.stream().map(Insert::inWords).toArray()));
            query.setBoolean(2, constraint.refusesTheSecondOfTwo());
            query.setString(3, constraint.state());
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                int which = answer.getInt(1);
                if (answer.wasNull()) {
                    return null;
                }
                quoted += answer.getString(2).contains(marker) ? 1 : 0;
                return rows.get(which - 1);
            }
        }
    }

    /** One copy of a table serves its constraints, which come one after the other: making it takes longer than all else. */
    private void copyTable(Constraint constraint) throws SQLException {
        String table = constraint.table();
        if (table.equals(copied)) {
            execute("DELETE FROM probe.%s; %s".formatted(table, removal));
        } else {
            execute("""
                    DROP TABLE IF EXISTS probe.%1$s;
                    CREATE TABLE probe.%1$s AS SELECT * FROM public.%1$s WITH NO DATA;
                    GRANT INSERT ON probe.%1$s TO %2$s;
                    """.formatted(table, app));
        }
        // a primary key leaves its columns not null
        copied = constraint.kind().equals("p") ? "" : table;
        removal = switch (constraint.kind()) {
            case "n" -> "ALTER TABLE probe.%s ALTER COLUMN %s DROP NOT NULL".formatted(table, constraint.definition());
            case "i" -> "DROP INDEX probe." + constraint.name();
            default -> "ALTER TABLE probe.%s DROP CONSTRAINT %s".formatted(table, constraint.name());
        };
        execute(
                switch (constraint.kind()) {
                    case "n" ->
                        "ALTER TABLE probe.%s ALTER COLUMN %s SET NOT NULL".formatted(table, constraint.definition());
                    case "i" -> constraint.definition().replace(" ON public.", " ON probe.");
                    default ->
                        "ALTER TABLE probe.%s ADD CONSTRAINT %s %s"
                                .formatted(table, constraint.name(), constraint.definition());
                });
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = administrator.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS.formatted("probe." + table))) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2)));
            }
        }
        return columns;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    private Insert insert(Constraint constraint, List<Column> columns) {
        List<String> names = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            names.add(column.name());
            String value =
                    constraint.speaksOf(column.name()) ? tried(constraint, column.type()) : marked(column.type());
            parameters.add(value == null ? "NULL" : "CAST(? AS " + column.type() + ")");
            if (value != null) {
                values.add(value);
            }
        }
        return new Insert(
                "INSERT INTO probe.%s (%s) VALUES (%s)"
                        .formatted(constraint.table(), String.join(", ", names), String.join(", ", parameters)),
                values);
    }

    /** A value for a column that the constraint speaks of: one that it names, a usual one, or none. */
    private @Nullable String tried(Constraint constraint, String type) {
        List<@Nullable String> candidates = new ArrayList<>();
        candidates.add(null);
        candidates.add(marked(type));
        String element = type.replace("[]", "");
        if (isNumber(element)) {
            candidates.addAll(List.of("-1", "0", "1", "2", "10001", "32000"));
            literals(NUMBER_LITERAL, constraint.definition(), candidates);
        } else if (element.equals("boolean")) {
            candidates.addAll(List.of("true", "false"));
        } else if (element.equals("date") || element.startsWith("timestamp")) {
            candidates.addAll(List.of("2026-01-01", "2024-06-30", "2030-12-31"));
        } else if (element.equals("uuid")) {
            candidates.add("00000000-0000-7000-8000-000000000001");
        } else if (element.equals("jsonb")) {
            candidates.addAll(List.of("[]", "\"" + marker + "\""));
        } else {
            // the second for a text that has to be a JSON object
            candidates.addAll(List.of("", "[]"));
            literals(TEXT_LITERAL, constraint.definition(), candidates);
        }
        String chosen = candidates.get(random.nextInt(candidates.size()));
        boolean wrap = chosen != null && type.endsWith("[]") && !chosen.startsWith("{");
        return wrap ? "{\"" + chosen + "\"}" : chosen;
    }

    private static void literals(Pattern pattern, String definition, List<@Nullable String> candidates) {
        Matcher literal = pattern.matcher(definition);
        while (literal.find()) {
            candidates.add(literal.group(literal.groupCount()).replace("''", "'"));
        }
    }

    private static boolean isNumber(String type) {
        return type.startsWith("numeric")
                || type.endsWith("int")
                || type.equals("integer")
                || type.equals("double precision");
    }

    private @Nullable String marked(String type) {
        if (type.equals("text") || type.startsWith("character")) {
            return marker;
        }
        if (type.equals("text[]")) {
            return "{" + marker + "}";
        }
        if (type.startsWith("json")) {
            return "{\"name\": \"" + marker + "\"}";
        }
        if (type.equals("bytea")) {
            return "\\x" + HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
        }
        if (isNumber(type)) {
            return "7";
        }
        if (type.equals("boolean")) {
            return "true";
        }
        if (type.equals("uuid")) {
            return "00000000-0000-7000-8000-000000000007";
        }
        return type.equals("date") || type.startsWith("timestamp") ? "2026-03-01" : null;
    }

    /** Every table whose rows hold the marker, in letters or as bytes. */
    public List<String> tablesWithTheMarker() throws SQLException {
        String bytes = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Statement statement = administrator.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM public.%1$s t WHERE t::text LIKE '%%%2$s%%' OR t::text LIKE '%%%3$s%%')"
                                .formatted(table, marker, bytes))) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        try (administrator) {
            execute("DROP SCHEMA IF EXISTS probe CASCADE");
        }
    }
}
