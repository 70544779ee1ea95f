package org.pengjiang.kit.log.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * The relay's own connection: it holds the lock that makes one replica the relay, and the cursor. When the process
 * freezes, the database closes the idle session, so lock and right to move the cursor end together.
 */
final class RelaySession implements AutoCloseable {
    private static final String CURSOR = "kafka";
    private static final long LOCK = 0x656c_6f67_7265_6c61L;
    private static final String READ = """
            SELECT pos, seq, id, type, subject, subject_version, published_version, division, occurred_at,
                   CASE WHEN published_version IS NOT NULL THEN data ELSE '' END AS data, trace_parent
              FROM event_log
             WHERE pos < log_horizon() AND (pos, seq) > (?, ?)
             ORDER BY pos, seq LIMIT ?
            """;
    private static final String MOVE = """
            UPDATE log_cursor SET pos = ?, seq = ?, moved_at = clock_timestamp()
             WHERE name = '%s' AND pos = ? AND seq = ?
            """.formatted(CURSOR);

    private final Connection connection;

    private RelaySession(Connection connection) {
        this.connection = connection;
    }

    static RelaySession open(RelayDatabase database, Duration idleSession) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        // by process, so that an administrator sees which replica relays
        properties.setProperty(
                "ApplicationName", "relay " + ProcessHandle.current().pid());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(database.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + database.jdbcUrl());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_session_timeout = " + idleSession.toMillis());
            // frozen while rows are on their way to it, a session is not idle: this ends it too
            statement.execute("SET transaction_timeout = 5000");
            statement.execute("SET tcp_user_timeout = 2000");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new RelaySession(connection);
    }

    boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    Position cursor() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pos, seq FROM log_cursor WHERE name = '" + CURSOR + "'")) {
            if (!row.next()) {
                throw new SQLException("log_cursor has no row " + CURSOR + "; the migration inserts it");
            }
            return new Position(row.getLong(1), row.getLong(2));
        }
    }

    List<OutgoingEvent> readAfter(Position cursor, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, cursor.pos());
            query.setLong(2, cursor.seq());
            query.setInt(3, limit);
            List<OutgoingEvent> events = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        }
    }

    private static OutgoingEvent event(ResultSet row) throws SQLException {
        return new OutgoingEvent(
                new Position(row.getLong("pos"), row.getLong("seq")),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                row.getLong("subject_version"),
                row.getObject("published_version", Long.class),
                row.getString("division"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getString("trace_parent"));
    }

    /** False when the cursor is not where this relay read it: someone else has moved it, so this one stops. */
    boolean move(Position from, Position to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, to.pos());
            update.setLong(2, to.seq());
            update.setLong(3, from.pos());
            update.setLong(4, from.seq());
            return update.executeUpdate() == 1;
        }
    }

    /** Shows the database that this process lives while it waits for Kafka. */
    void keepAlive() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // the database has closed it already, which is what matters
        }
    }
}
