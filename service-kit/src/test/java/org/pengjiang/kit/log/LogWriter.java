package org.pengjiang.kit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Writes to shared aggregates as unkindly as a service may: something else first, which takes the transaction id, then a
 * pause, then the aggregate; savepoints, rollbacks, several rows per change, rows that stay in the service.
 */
public final class LogWriter {
    private final LogDatabase database;
    private final List<UUID> things;
    private final Random random;
    private final int pauseMillis;
    private long committed;

    public LogWriter(LogDatabase database, List<UUID> things, long seed, int pauseMillis) {
        this.database = database;
        this.things = things;
        this.random = new Random(seed);
        this.pauseMillis = pauseMillis;
    }

    public long committed() {
        return committed;
    }

    public void writeWhile(BooleanSupplier wanted) throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            while (wanted.getAsBoolean()) {
                committed += change(connection);
            }
        }
    }

    public long write(int changes) throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < changes; i++) {
                committed += change(connection);
            }
        }
        return committed;
    }

    /** One published event with this data. */
    public void append(UUID subject, String data) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Head head = lock(connection, subject);
            store(connection, subject, append(connection, subject, head, true, data));
            connection.commit();
        }
    }

    private int change(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO inbox (consumer, event_id) VALUES ('writer', '" + UUID.randomUUID() + "')");
        }
        if (pauseMillis > 0) {
            Thread.sleep(random.nextInt(pauseMillis + 1));
        }
        UUID subject = things.get(random.nextInt(things.size()));
        Head head = lock(connection, subject);
        if (random.nextInt(4) == 0) {
            Savepoint savepoint = connection.setSavepoint();
            append(connection, subject, head);
            connection.rollback(savepoint);
        }
        int rows = 1 + random.nextInt(3);
        for (int i = 0; i < rows; i++) {
            boolean inSavepoint = random.nextInt(4) == 0;
            Savepoint savepoint = inSavepoint ? connection.setSavepoint() : null;
            head = append(connection, subject, head);
            if (savepoint != null) {
                connection.releaseSavepoint(savepoint);
            }
        }
        store(connection, subject, head);
        if (random.nextInt(10) == 0) {
            connection.rollback();
            return 0;
        }
        connection.commit();
        return rows;
    }

    private record Head(long version, long published, byte[] hash) {}

    private static Head lock(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT log_version, published_version, last_hash FROM thing WHERE id = ? FOR NO KEY UPDATE")) {
            query.setObject(1, subject);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Head(row.getLong(1), row.getLong(2), row.getBytes(3));
            }
        }
    }

    private Head append(Connection connection, UUID subject, Head head) throws SQLException {
        String data = "{\"by\":1,\"total\":" + (head.version + 1) + ",\"xid\":" + xid(connection) + "}";
        return append(connection, subject, head, random.nextInt(3) > 0, data);
    }

    private Head append(Connection connection, UUID subject, Head head, boolean published, String data)
            throws SQLException {
        LogEntry entry = new LogEntry(
                LogEntry.FORM,
                Ids.next(),
                published ? "kit.thing-counted.v1" : "kit.thing-noted.v1",
                Audience.DIVISION,
                List.of(),
                "thing",
                subject,
                head.version + 1,
                published ? head.published + 1 : null,
                null,
                "440703",
                "writer",
                "",
                Instant.ofEpochSecond(1_700_000_000L, 1_000L * random.nextInt(1_000_000)),
                data,
                null,
                null,
                null,
                head.hash);
        byte[] hash = entry.hash();
        LogRows.insert(connection, entry, hash);
        return new Head(head.version + 1, published ? head.published + 1 : head.published, hash);
    }

    private static String xid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void store(Connection connection, UUID subject, Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE thing SET log_version = ?, published_version = ?, last_hash = ? WHERE id = ?")) {
            update.setLong(1, head.version);
            update.setLong(2, head.published);
            update.setBytes(3, head.hash);
            update.setObject(4, subject);
            update.executeUpdate();
        }
    }
}
