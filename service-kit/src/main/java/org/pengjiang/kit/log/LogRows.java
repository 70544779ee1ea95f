package org.pengjiang.kit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** How an entry stands in {@code event_log}. */
public final class LogRows {
    /** What {@link #read} needs, the row's own hash after it. */
    public static final String COLUMNS = """
            form, id, type, audience, party, parties, subject_type, subject, subject_version, published_version, \
            aggregate_version, division, actor, actor_role, occurred_at, data, party_data, private_data, trace_parent, \
            previous_hash, hash""";

    private static final String INSERT =
            "INSERT INTO event_log (" + COLUMNS + ") VALUES (?" + ", ?".repeat(COLUMNS.split(",").length - 1) + ")";

    private LogRows() {}

    /** An entry that is to be stored. */
    record Hashed(LogEntry entry, byte[] hash) {}

    static void insert(Connection connection, LogEntry entry, byte[] hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, entry, hash);
            insert.executeUpdate();
        }
    }

    /** All of them in one batch. */
    static void insert(Connection connection, List<Hashed> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Hashed row : rows) {
                bind(insert, row.entry(), row.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, LogEntry entry, byte[] hash) throws SQLException {
        insert.setInt(1, entry.form());
        insert.setObject(2, entry.id());
        insert.setString(3, entry.type());
        insert.setString(4, entry.audience().name());
        // a replica of the release before reads it
        insert.setString(5, entry.audience() == Audience.PARTY ? entry.parties().getFirst() : null);
        insert.setArray(
                6, insert.getConnection().createArrayOf("text", entry.parties().toArray()));
        insert.setString(7, entry.subjectType());
        insert.setObject(8, entry.subject());
        insert.setLong(9, entry.subjectVersion());
        insert.setObject(10, entry.publishedVersion(), Types.BIGINT);
        insert.setObject(11, entry.aggregateVersion(), Types.BIGINT);
        insert.setString(12, entry.division());
        insert.setString(13, entry.actor());
        insert.setString(14, entry.actorRole());
        insert.setObject(15, entry.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setString(16, entry.data());
        insert.setString(17, entry.partyData());
        insert.setBytes(18, entry.privateData());
        insert.setString(19, entry.traceParent());
        insert.setBytes(20, entry.previousHash());
        insert.setBytes(21, hash);
    }

    /** The current row of a query for {@link #COLUMNS}. */
    public static LogEntry read(ResultSet row) throws SQLException {
        int form = row.getInt("form");
        return new LogEntry(
                form,
                row.getObject("id", UUID.class),
                row.getString("type"),
                Audience.valueOf(row.getString("audience")),
                parties(form, row),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getLong("subject_version"),
                row.getObject("published_version", Long.class),
                row.getObject("aggregate_version", Long.class),
                row.getString("division"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getString("party_data"),
                row.getBytes("private_data"),
                row.getString("trace_parent"),
                row.getBytes("previous_hash"));
    }

    private static List<String> parties(int form, ResultSet row) throws SQLException {
        if (form == 1) {
            String party = row.getString("party");
            return party == null ? List.of() : List.of(party);
        }
        return List.of((String[]) row.getArray("parties").getArray());
    }
}
