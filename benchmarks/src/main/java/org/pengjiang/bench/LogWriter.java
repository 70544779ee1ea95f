package org.pengjiang.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.postgresql.Driver;

/**
 * Commits published events as the service's application role, past the service: the way to rates that requests cannot reach
 * beside everything else on one small machine. Each event has a subject of its own, so no chain is continued.
 */
final class LogWriter implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO event_log (form, id, type, audience, subject_type, subject, subject_version, published_version,
                aggregate_version, division, actor, actor_role, occurred_at, data, hash)
            VALUES (2, ?, 'project.registered.v1', 'DIVISION', 'project', ?, 1, 1, 0, '440703101', 'bench', 'UNIT_CLERK',
                ?, ?, ?)
            """;

    private final Connection connection;
    private final PreparedStatement insert;

    LogWriter(ServiceDatabase database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.app().user());
        properties.setProperty("password", database.app().password());
        properties.setProperty("ApplicationName", "bench-log-writer");
        Connection opened = new Driver().connect(database.jdbcUrl(), properties);
        if (opened == null) {
            throw new SQLException("no PostgreSQL address: " + database.jdbcUrl());
        }
        connection = opened;
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(INSERT);
    }

    /** One event in one transaction; returns when it is committed. */
    UUID commitOne() throws SQLException {
        UUID subject = fill();
        insert.executeUpdate();
        connection.commit();
        return subject;
    }

    /** Many events, a hundred per transaction, as an import commits them. */
    void commit(int events) throws SQLException {
        for (int i = 1; i <= events; i++) {
            fill();
            insert.addBatch();
            if (i % 100 == 0 || i == events) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private UUID fill() throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        UUID subject = new UUID(random.nextLong(), random.nextLong());
        String data = "{\"projectId\":\"" + subject + "\",\"projectNo\":\"P-440703-2026-0001\",\"name\":\"范例智能家电产业园\","
                + "\"kind\":\"NEW\",\"stage\":\"LEAD\",\"historical\":false}";
        insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
        insert.setObject(2, subject);
        insert.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setString(4, data);
        insert.setBytes(5, digest(data));
        return subject;
    }

    private static byte[] digest(String data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
