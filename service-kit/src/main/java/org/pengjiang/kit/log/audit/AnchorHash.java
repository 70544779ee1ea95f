package org.pengjiang.kit.log.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/** The heads of a stretch of the log, folded into one hash: 500 rows at a time, whatever its length. */
@ApplicationScoped
class AnchorHash {
    private static final int FETCH = 500;
    private static final String HEADS = """
            SELECT DISTINCT ON (subject) subject, subject_version, hash FROM event_log
             WHERE pos >= ? AND pos < ? AND subject <> ?
             ORDER BY subject, subject_version DESC
            """;

    private final DataSource database;

    AnchorHash(DataSource database) {
        this.database = database;
    }

    record Folded(long subjects, String hex) {}

    long horizon() {
        return Jdbc.of(database)
                .first("SELECT log_horizon()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The anchor's own rows are left out: they name what lies before them. */
    Folded fold(String previous, long from, long to) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(HEADS)) {
                query.setFetchSize(FETCH);
                query.setLong(1, from);
                query.setLong(2, to);
                query.setObject(3, LogAnchor.ID);
                return fold(previous, query);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the heads cannot be read", e);
        }
    }

    private static Folded fold(String previous, PreparedStatement query) throws SQLException {
        MessageDigest sha256 = sha256();
        sha256.update(previous.getBytes(StandardCharsets.US_ASCII));
        long subjects = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                UUID subject = row.getObject("subject", UUID.class);
                sha256.update(ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(subject.getMostSignificantBits())
                        .putLong(subject.getLeastSignificantBits())
                        .putLong(row.getLong("subject_version"))
                        .flip());
                sha256.update(row.getBytes("hash"));
                subjects++;
            }
        }
        return new Folded(subjects, HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
