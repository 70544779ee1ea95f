package org.pengjiang.localstack.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.postgresql.Driver;

/** What a database administrator would do by hand: databases, roles, their rights and their limits. */
final class Administration {

    static final String SUPERUSER = "postgres";

    /** One forgotten transaction holds every change feed of the cluster back, so the services' transactions are short. */
    private static final Map<String, String> APP_LIMITS = Map.of(
            "transaction_timeout", "30s",
            "statement_timeout", "15s",
            "lock_timeout", "5s",
            "idle_in_transaction_session_timeout", "10s");

    /** Flyway keeps a transaction open around a long migration, so its limits only stop what is stuck. */
    private static final Map<String, String> OWNER_LIMITS = Map.of(
            "transaction_timeout", "30min",
            "statement_timeout", "30min",
            "lock_timeout", "30s",
            "idle_in_transaction_session_timeout", "5min");

    private final int port;
    private final Secrets secrets;

    Administration(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    ServiceDatabase.Account account() {
        return new ServiceDatabase.Account(SUPERUSER, secrets.password(SUPERUSER));
    }

    boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.password(SUPERUSER));
        properties.setProperty("connectTimeout", "5");
        // the driver itself, not DriverManager: test class loaders often hide registered drivers
        Connection connection = new Driver().connect(url(database), properties);
        if (connection == null) {
            throw new SQLException("no PostgreSQL address: " + url(database));
        }
        return connection;
    }

    ServiceDatabase database(String service) {
        if (!service.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("a database name is lower-case letters, digits and _: " + service);
        }
        String owner = service + "_owner";
        String app = service + "_app";
        try {
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                ensureRole(statement, owner, OWNER_LIMITS);
                ensureRole(statement, app, APP_LIMITS);
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + service + "'")) {
                    statement.execute("CREATE DATABASE " + service + " OWNER " + owner);
                }
                execute(
                        statement,
                        // whoever holds the horizon back may be a session of another service, and has to be named
                        "GRANT pg_read_all_stats TO " + app,
                        "REVOKE ALL ON DATABASE " + service + " FROM PUBLIC",
                        "GRANT CONNECT ON DATABASE " + service + " TO " + app);
            }
            try (Connection connection = connect(service);
                    Statement statement = connection.createStatement()) {
                execute(statement, "REVOKE ALL ON SCHEMA public FROM PUBLIC", "GRANT USAGE ON SCHEMA public TO " + app);
            }
        } catch (SQLException e) {
            throw new StackFailure("The database " + service + " could not be prepared: " + e.getMessage(), e);
        }
        return new ServiceDatabase(
                service,
                url(service),
                new ServiceDatabase.Account(owner, secrets.password(owner)),
                new ServiceDatabase.Account(app, secrets.password(app)));
    }

    private void ensureRole(Statement statement, String role, Map<String, String> limits) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN");
        }
        statement.execute("ALTER ROLE " + role + " NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
                + secrets.password(role) + "'");
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            statement.execute("ALTER ROLE " + role + " SET " + limit.getKey() + " = '" + limit.getValue() + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void execute(Statement statement, String... commands) throws SQLException {
        for (String command : List.of(commands)) {
            statement.execute(command);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
