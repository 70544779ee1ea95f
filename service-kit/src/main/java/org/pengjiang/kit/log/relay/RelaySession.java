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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.jdbc.JdbcSettings;

/**
 * The relay's own connection. It holds the lock that makes one replica the relay, and it moves the cursor. It is the
 * fencing of the relay: when the process freezes, the database ends the idle session, and with it the lock and the right
 * to move the cursor.
 */
final class RelaySession implements AutoCloseable {
    private static final String CURSOR = "kafka";
    private static final long LOCK = 0x656c_6f67_7265_6c61L;
    private static final String TRY_LOCK = """
            SELECT CASE WHEN pg_try_advisory_lock(%d)
                        THEN set_config('idle_session_timeout', ?, false) IS NOT NULL ELSE false END
            """.formatted(LOCK);
    private static final String COLUMNS = """
            e.pos, e.seq, e.id, e.type, e.subject, e.subject_version, e.published_version, e.division, e.occurred_at,
            CASE WHEN e.published_version IS NOT NULL THEN e.data ELSE '' END AS data, e.trace_parent
            """;
    // the first row always, then as many as fit: the sum in front of a row is what the rows before it weigh
    private static final String READ = """
            SELECT * FROM (
                SELECT %s, sum(CASE WHEN e.published_version IS NOT NULL THEN octet_length(e.data) ELSE 0 END)
                           OVER (ORDER BY e.pos, e.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                  FROM (SELECT * FROM event_log
                         WHERE pos < log_horizon() AND (pos, seq) > (?, ?) ORDER BY pos, seq LIMIT ?) e) batch
             WHERE before IS NULL OR before < ?
             ORDER BY pos, seq
            """.formatted(COLUMNS);
    private static final String MOVE = """
            UPDATE log_cursor SET pos = ?, seq = ?, moved_at = clock_timestamp()
             WHERE name = '%s' AND pos = ? AND seq = ?
            """.formatted(CURSOR);
    private static final String SET_ASIDE =
            "INSERT INTO refused_event (seq, pos, subject, reason) VALUES (?, ?, ?, ?) ON CONFLICT (seq) DO NOTHING";
    private static final String ASKED = """
            SELECT subject FROM refused_event first
             WHERE (replay_at IS NOT NULL OR given_up_at IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM refused_event earlier WHERE earlier.subject = first.subject
                                  AND (earlier.pos, earlier.seq) < (first.pos, first.seq))
             LIMIT 100
            """;
    private static final String FIRST_REFUSED = """
            SELECT r.replay_at IS NOT NULL AS replay, r.given_up_at IS NOT NULL AS given_up, %s
              FROM (SELECT * FROM refused_event WHERE subject = ? ORDER BY pos, seq LIMIT 1) r
              JOIN event_log e ON e.seq = r.seq
            """.formatted(COLUMNS);
    // what only waits behind it is next, though nobody has asked for it
    private static final String SENT_AFTER_ALL = """
            WITH sent AS (DELETE FROM refused_event WHERE seq = ?)
            UPDATE refused_event SET replay_at = clock_timestamp()
             WHERE reason = '%s' AND seq = (
                 SELECT seq FROM refused_event WHERE subject = ? AND (pos, seq) > (?, ?) ORDER BY pos, seq LIMIT 1)
            """.formatted(RefusedRow.BEHIND);

    private final Connection connection;
    private final Duration idleSession;

    private RelaySession(Connection connection, Duration idleSession) {
        this.connection = connection;
        this.idleSession = idleSession;
    }

    static RelaySession open(JdbcSettings database, Duration idleSession) throws SQLException {
        Connection connection = database.connect(Map.of(
                // by process, so that an administrator sees which replica relays
                "ApplicationName", "relay " + ProcessHandle.current().pid(),
                "connectTimeout", "5",
                "socketTimeout", "10",
                "tcpKeepAlive", "true"));
        try (Statement statement = connection.createStatement()) {
            // frozen while rows are on their way to it, a session is not idle: this ends it too
            statement.execute("SET transaction_timeout = 5000");
            statement.execute("SET tcp_user_timeout = 2000");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new RelaySession(connection, idleSession);
    }

    /**
     * Only the session that holds the lock may not stay idle, and this holds from the statement on that takes the lock.
     */
    boolean tryLock() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TRY_LOCK)) {
            query.setString(1, Long.toString(idleSession.toMillis()));
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
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

    /** @param bytes of data, after which no further row is read */
    List<OutgoingEvent> readAfter(Position cursor, int rows, long bytes) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, cursor.pos());
            query.setLong(2, cursor.seq());
            query.setInt(3, rows);
            query.setLong(4, bytes);
            return events(query);
        }
    }

    private static List<OutgoingEvent> events(PreparedStatement query) throws SQLException {
        List<OutgoingEvent> events = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        return events;
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

    /**
     * Moves the cursor and, with it, sets the refused rows aside.
     *
     * @return false when the cursor is not where this relay read it: someone else has moved it, so this one stops
     */
    boolean move(Position from, Position to, List<RefusedRow> refused) throws SQLException {
        if (refused.isEmpty()) {
            return move(from, to);
        }
        connection.setAutoCommit(false);
        try {
            try (PreparedStatement insert = connection.prepareStatement(SET_ASIDE)) {
                for (RefusedRow row : refused) {
                    insert.setLong(1, row.event().position().seq());
                    insert.setLong(2, row.event().position().pos());
                    insert.setObject(3, row.event().subject());
                    insert.setString(4, row.reason());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            boolean moved = move(from, to);
            if (moved) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return moved;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private boolean move(Position from, Position to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, to.pos());
            update.setLong(2, to.seq());
            update.setLong(3, from.pos());
            update.setLong(4, from.seq());
            return update.executeUpdate() == 1;
        }
    }

    List<UUID> refusedSubjects() throws SQLException {
        return subjects("SELECT DISTINCT subject FROM refused_event");
    }

    /** Some of the subjects of whose first row an administrator has asked. */
    List<UUID> askedSubjects() throws SQLException {
        return subjects(ASKED);
    }

    private List<UUID> subjects(String sql) throws SQLException {
        List<UUID> subjects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                subjects.add(row.getObject(1, UUID.class));
            }
        }
        return subjects;
    }

    /** What comes first of a subject, and what an administrator wants to become of it. */
    Optional<AskedRow> firstRefused(UUID subject) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIRST_REFUSED)) {
            query.setObject(1, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new AskedRow(event(row), row.getBoolean("replay"), row.getBoolean("given_up")))
                        : Optional.empty();
            }
        }
    }

    /** Takes the row out, and asks for the next one of its subject if that only waits behind it. */
    void sentAfterAll(OutgoingEvent event) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SENT_AFTER_ALL)) {
            update.setLong(1, event.position().seq());
            update.setObject(2, event.subject());
            update.setLong(3, event.position().pos());
            update.setLong(4, event.position().seq());
            update.executeUpdate();
        }
    }

    /** The subject waits again until it is asked for once more. */
    void refusedAgain(OutgoingEvent event) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE refused_event SET replay_at = NULL WHERE subject = ?")) {
            update.setObject(1, event.subject());
            update.executeUpdate();
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
