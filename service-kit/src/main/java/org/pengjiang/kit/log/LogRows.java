package org.pengjiang.kit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How an entry stands in {@code event_log}. */
public final class LogRows {
    /** What {@link #read} needs, the row's own hash after it. */
    public static final String COLUMNS = """
            id, type, audience, party, subject_type, subject, subject_version, published_version, division, actor, \
            actor_role, occurred_at, data, private_data, trace_parent, previous_hash, hash""";

    private static final String INSERT =
            "INSERT INTO event_log (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private LogRows() {}

    static void insert(Connection connection, LogEntry entry, byte[] hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, entry.id());
            insert.setString(2, entry.type());
            insert.setString(3, entry.audience().name());
            insert.setString(4, entry.party());
            insert.setString(5, entry.subjectType());
            insert.setObject(6, entry.subject());
            insert.setLong(7, entry.subjectVersion());
            insert.setObject(8, entry.publishedVersion(), Types.BIGINT);
            insert.setString(9, entry.division());
            insert.setString(10, entry.actor());
            insert.setString(11, entry.actorRole());
            insert.setObject(12, entry.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(13, entry.data());
            insert.setBytes(14, entry.privateData());
            insert.setString(15, entry.traceParent());
            insert.setBytes(16, entry.previousHash());
            insert.setBytes(17, hash);
            insert.executeUpdate();
        }
    }

    /** The current row of a query for {@link #COLUMNS}. */
    public static LogEntry read(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject("id", UUID.class),
                row.getString("type"),
                Audience.valueOf(row.getString("audience")),
                row.getString("party"),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getLong("subject_version"),
                row.getObject("published_version", Long.class),
                row.getString("division"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getBytes("private_data"),
                row.getString("trace_parent"),
                row.getBytes("previous_hash"));
    }
}
