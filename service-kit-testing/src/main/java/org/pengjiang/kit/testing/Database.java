package org.pengjiang.kit.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
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
        try (Connection connection = administer()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // past triggers and foreign keys: the log's own trigger refuses every delete, and rightly so
                statement.execute("SET LOCAL session_replication_role = replica");
                List<String> tables = tables(statement);
                rememberOnce(statement, tables);
                for (String table : tables) {
                    statement.execute("DELETE FROM public." + table);
                    statement.execute(
                            "INSERT INTO public.%1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM suite_test_seed.%1$s"
                                    .formatted(table, columns(statement, table)));
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reset", e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        return strings(statement, TABLES);
    }

    private static void rememberOnce(Statement statement, List<String> tables) throws SQLException {
        if (!strings(statement, "SELECT nspname FROM pg_namespace WHERE nspname = 'suite_test_seed'")
                .isEmpty()) {
            return;
        }
        statement.execute("CREATE SCHEMA suite_test_seed");
        for (String table : tables) {
            statement.execute("CREATE TABLE suite_test_seed.%1$s AS TABLE public.%1$s".formatted(table));
        }
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
