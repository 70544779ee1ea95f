package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.jdbc.Parameters;

/** The tables upload and upload_part. */
@ApplicationScoped
class UploadRows {
    private static final String BEGIN = """
            INSERT INTO upload (id, account, name, declared_type, length, arrived, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, 0, ?, ?)
            """;
    private static final String FIND = """
            SELECT id, account, name, declared_type, length, arrived, expires_at FROM upload
             WHERE id = ? AND account = ? AND expires_at > ?
            """;
    private static final String ADVANCE = "UPDATE upload SET arrived = arrived + ? WHERE id = ? AND arrived = ?";
    private static final String ADD_PART =
            "INSERT INTO upload_part (upload, position, size, sha256) VALUES (?, ?, ?, ?)";
    private static final String PARTS = "SELECT size, sha256 FROM upload_part WHERE upload = ? ORDER BY position";
    private static final String DROP_PARTS = """
            WITH gone AS (DELETE FROM upload_part WHERE upload = ? RETURNING sha256)
            UPDATE stored_file SET unchecked = true WHERE sha256 IN (SELECT sha256 FROM gone)
            """;
    private static final String DROP = "DELETE FROM upload WHERE id = ?";
    private static final String EXPIRED = "SELECT id FROM upload WHERE expires_at <= ? ORDER BY expires_at LIMIT 100";

    private final DataSource database;

    UploadRows(DataSource database) {
        this.database = database;
    }

    /** A part as it lies in the store. */
    record Part(FileAddress address, long size) {}

    void begin(UploadInParts upload, Instant now) {
        update(
                BEGIN,
                upload.id(),
                upload.account(),
                upload.name(),
                upload.declaredType(),
                upload.length(),
                now,
                upload.expiresAt());
    }

    Optional<UploadInParts> find(UUID id, String account, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            new Parameters(connection, find).add(id).add(account).add(now);
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new UploadInParts(
                                row.getObject("id", UUID.class),
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("declared_type"),
                                row.getLong("length"),
                                row.getLong("arrived"),
                                row.getObject("expires_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an upload cannot be looked up", e);
        }
    }

    /** False when another request was quicker. */
    boolean advance(UploadInParts upload, long by) {
        return update(ADVANCE, by, upload.id(), upload.offset()) == 1;
    }

    void addPart(UploadInParts upload, Part part) {
        update(
                ADD_PART,
                upload.id(),
                upload.offset(),
                part.size(),
                part.address().sha256());
    }

    List<Part> parts(UUID upload) {
        List<Part> parts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PARTS)) {
            query.setObject(1, upload);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    parts.add(new Part(new FileAddress(row.getString(2)), row.getLong(1)));
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new IllegalStateException("the parts of an upload cannot be looked up", e);
        }
    }

    void dropParts(UUID upload) {
        update(DROP_PARTS, upload);
    }

    void drop(UUID upload) {
        dropParts(upload);
        update(DROP, upload);
    }

    List<UUID> expired(Instant now) {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(EXPIRED)) {
            new Parameters(connection, query).add(now);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("expired uploads cannot be found", e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(connection, statement);
            for (Object value : values) {
                parameters.add(value);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the record of an upload cannot be written", e);
        }
    }
}
