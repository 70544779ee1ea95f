package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.content.Inspected;
import org.pengjiang.kit.file.content.PhotoFacts;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.jdbc.Parameters;

/** The tables stored_file and file_reference. */
@ApplicationScoped
class FileRows {
    private static final String USE = """
            INSERT INTO stored_file (sha256, size, created_at, used_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET used_at = excluded.used_at, unchecked = true
            """;
    private static final String DESCRIBE = """
            UPDATE stored_file SET media_type = ?, sniffed_at = ?, width = ?, height = ?, taken_at = ?, latitude = ?,
                                   longitude = ?, orientation = ?
             WHERE sha256 = ?
            """;
    private static final String REFER =
            "INSERT INTO file_reference (id, sha256, name, uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?)";
    private static final String FIND = """
            SELECT r.id, r.name, r.sha256, f.size, f.media_type, f.width, f.height, f.taken_at, f.latitude, f.longitude,
                   f.orientation, f.scan, r.uploaded_by, r.uploaded_at, r.subject_type, r.subject
              FROM file_reference r JOIN stored_file f USING (sha256) WHERE r.id = ?
            """;
    private static final String ATTACH = """
            UPDATE file_reference SET subject_type = ?, subject = ?, attached_at = ?
             WHERE id = ? AND uploaded_by = ? AND attached_at IS NULL
            """;
    private static final String FORGET_UNATTACHED = """
            WITH gone AS (DELETE FROM file_reference WHERE id IN (SELECT id FROM file_reference
                WHERE attached_at IS NULL AND uploaded_at < ? ORDER BY uploaded_at LIMIT 1000) AND attached_at IS NULL
                RETURNING sha256)
            UPDATE stored_file SET unchecked = true WHERE sha256 IN (SELECT sha256 FROM gone)
            """;
    private static final String TO_CHECK =
            "SELECT sha256 FROM stored_file WHERE unchecked AND used_at < ? ORDER BY used_at LIMIT ?";
    private static final String LOCK = """
            SELECT NOT EXISTS (SELECT FROM file_reference r WHERE r.sha256 = f.sha256)
               AND NOT EXISTS (SELECT FROM upload_part p WHERE p.sha256 = f.sha256)
              FROM stored_file f WHERE sha256 = ? AND unchecked AND used_at < ? FOR UPDATE OF f SKIP LOCKED
            """;
    private static final String CHECKED = "UPDATE stored_file SET unchecked = false WHERE sha256 = ?";
    private static final String FORGET = "DELETE FROM stored_file WHERE sha256 = ?";
    private static final String TO_SCAN = """
            SELECT sha256, size, created_at FROM stored_file
             WHERE scan = 'NOT_SCANNED' AND media_type IS NOT NULL AND (created_at, sha256) > (?, ?)
             ORDER BY created_at, sha256 LIMIT 20
            """;
    private static final String SCANNED =
            "UPDATE stored_file SET scan = ?, scanned_at = ? WHERE sha256 = ? AND scan = 'NOT_SCANNED'";

    private final DataSource database;

    FileRows(DataSource database) {
        this.database = database;
    }

    /** Committed before the store is asked: from then on nobody removes the content for a day. Waits for whoever does now. */
    void use(FileAddress address, long size, Instant now) {
        update(USE, address.sha256(), size, now, now);
    }

    /** False when the content was removed, which happens no sooner than a day after {@link #use}. */
    boolean refer(FileAddress address, Inspected found, UUID id, String name, String account, Instant now) {
        PhotoFacts photo = found.photo();
        int described = update(
                DESCRIBE,
                found.type().mediaType(),
                now,
                found.width(),
                found.height(),
                photo == null ? null : photo.takenAt(),
                photo == null ? null : photo.latitude(),
                photo == null ? null : photo.longitude(),
                photo == null ? null : photo.orientation(),
                address.sha256());
        return described == 1 && update(REFER, id, address.sha256(), name, account, now) == 1;
    }

    Optional<StoredFile> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(file(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a file cannot be looked up", e);
        }
    }

    boolean attach(UUID id, String account, String subjectType, UUID subject, Instant now) {
        return update(ATTACH, subjectType, subject, now, id, account) == 1;
    }

    int forgetUnattached(Instant before) {
        return update(FORGET_UNATTACHED, before);
    }

    /** Contents that were last handed in before this moment, and of which nobody knows whether somebody refers to them. */
    List<FileAddress> toCheck(Instant before, int most) {
        List<FileAddress> files = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(TO_CHECK)) {
            new Parameters(connection, query).add(before).add(most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(new FileAddress(row.getString(1)));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("files that nobody refers to cannot be found", e);
        }
    }

    /** Whether nobody refers to it; empty when somebody else is at it, or has handed it in again. Locks its row. */
    Optional<Boolean> lockUnused(FileAddress address, Instant before) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            new Parameters(connection, lock).add(address.sha256()).add(before);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a file cannot be locked", e);
        }
    }

    void checked(FileAddress address) {
        update(CHECKED, address.sha256());
    }

    void forget(FileAddress address) {
        update(FORGET, address.sha256());
    }

    record ToScan(FileAddress address, long size, Instant createdAt) {
        private static final ToScan NOTHING = new ToScan(new FileAddress("0".repeat(64)), 0, Instant.EPOCH);

        /** Before all others. */
        static ToScan nothing() {
            return NOTHING;
        }
    }

    List<ToScan> toScanAfter(ToScan last) {
        List<ToScan> files = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(TO_SCAN)) {
            new Parameters(connection, query)
                    .add(last.createdAt())
                    .add(last.address().sha256());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(new ToScan(
                            new FileAddress(row.getString(1)),
                            row.getLong(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("files to scan cannot be found", e);
        }
    }

    void scanned(FileAddress address, ScanState result, Instant now) {
        update(SCANNED, result, now, address.sha256());
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
            throw new IllegalStateException("the record of a file cannot be written", e);
        }
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        PhotoFacts photo = new PhotoFacts(
                row.getObject("taken_at", LocalDateTime.class),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getObject("orientation", Integer.class));
        boolean saysNothing = photo.takenAt() == null && photo.latitude() == null && photo.orientation() == null;
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new FileAddress(row.getString("sha256")),
                row.getLong("size"),
                FileType.of(row.getString("media_type")).orElseThrow(),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                saysNothing ? null : photo,
                ScanState.valueOf(row.getString("scan")),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class));
    }
}
