package org.pengjiang.kit.testing;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.pengjiang.kit.identity.AccountNames;
import org.pengjiang.kit.settings.Settings;
import org.postgresql.Driver;

/**
 * The database of the service under test, seen by its administrator.
 *
 * <p>The first {@link #reset()} of a run remembers what the migrations put into the tables; call it before each test. Every
 * reset brings exactly that back. The positions of the log go on, so that the relay never meets an old one.
 */
public final class Database {
    // JVM-wide: tests and test resources may live in different class loaders
    private static final String URL = "suite.test.database.url";
    private static final String USER = "suite.test.database.user";
    private static final String PASSWORD = "suite.test.database.password";
    private static final String RESET = "suite.test.database.reset";

    private static final String TABLES = """
            SELECT quote_ident(tablename) FROM pg_tables
             WHERE schemaname = 'public' AND tablename NOT IN ('flyway_schema_history', 'log_cursor')
             ORDER BY tablename
            """;

    private Database() {}

    static void at(String url, String user, String password) {
        System.setProperty(URL, url);
        System.setProperty(USER, user);
        System.setProperty(PASSWORD, password);
    }

    /** A superuser's connection: for what only a test may do, such as tampering with the log. */
    public static Connection administer() throws SQLException {
        String url = System.getProperty(URL);
        if (url == null) {
            throw new IllegalStateException("no database: the test needs @QuarkusTestResource(SuiteStack.class)");
        }
        Properties properties = new Properties();
        properties.setProperty("user", System.getProperty(USER));
        properties.setProperty("password", System.getProperty(PASSWORD));
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + url);
        }
        return connection;
    }

    /** Back to what the migrations left. */
    public static void reset() {
        try (Connection connection = administer();
                Statement statement = connection.createStatement()) {
            // one message to the server, so one transaction; the statement is put together once for the whole run
            String reset = System.getProperty(RESET);
            if (reset == null) {
                reset = rememberAndPutTogether(statement);
                System.setProperty(RESET, reset);
            }
            statement.execute(reset);
            forgetWhatWasRead();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reset", e);
        }
    }

    /**
     * The statistics of every row, so that they, and with them the plans, are the same each time. Those of index expressions
     * are of a sample: of every row they take ten times as long as all columns.
     */
    public static void analyse(String table) throws SQLException {
        try (Connection connection = administer();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE " + table);
            statement.execute("SET default_statistics_target = 500");
            statement.execute("ANALYZE %s (%s)"
                    .formatted(table, String.join(", ", strings(statement, """
                    SELECT quote_ident(attname) FROM pg_attribute
                     WHERE attrelid = 'public.%s'::regclass AND attnum > 0 AND NOT attisdropped
                    """.formatted(table)))));
        }
    }

    /** What the application under test, where there is one, holds in memory of what cannot change otherwise. */
    private static void forgetWhatWasRead() {
        if (Arc.container() != null) {
            Arc.container().select(Settings.class).get().forget();
            Arc.container().select(AccountNames.class).get().forget();
        }
    }

    private static String rememberAndPutTogether(Statement statement) throws SQLException {
        List<String> tables = strings(statement, TABLES);
        statement.execute("CREATE SCHEMA suite_test_seed");
        StringBuilder reset = new StringBuilder()
                // past triggers and foreign keys: the log's own trigger refuses every delete, and rightly so
                .append("SET LOCAL session_replication_role = replica");
        for (String table : tables) {
            String seed = "suite_test_seed." + table;
            reset.append(";DELETE FROM public.").append(table);
            if (statement.executeUpdate("CREATE TABLE %s AS TABLE public.%s".formatted(seed, table)) > 0) {
                reset.append(";INSERT INTO public.%1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %3$s"
                        .formatted(table, columns(statement, table), seed));
            }
        }
        return reset.toString();
    }

    /** A generated column is computed and never inserted. */
    private static String columns(Statement statement, String table) throws SQLException {
        return String.join(", ", strings(statement, """
                        SELECT quote_ident(attname) FROM pg_attribute
                         WHERE attrelid = 'public.%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                         ORDER BY attnum
                        """.formatted(table)));
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
