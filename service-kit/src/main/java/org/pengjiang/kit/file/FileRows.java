package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.content.Inspected;
import org.pengjiang.kit.file.content.PhotoFacts;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.jdbc.Jdbc;

/** The tables stored_file and file_reference. */
@ApplicationScoped
class FileRows {
    private static final String USE = """
            INSERT INTO stored_file (sha256, size, created_at, used_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET used_at = excluded.used_at, unchecked = true
            """;
    private static final String DESCRIBE = """
            UPDATE stored_file SET media_type = coalesce(media_type, ?), sniffed_at = ?, width = ?, height = ?, taken_at = ?,
                                   latitude = ?, longitude = ?, orientation = ?
             WHERE sha256 = ?
            """;
    private static final String REFER =
            "INSERT INTO file_reference (id, sha256, name, media_type, uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, ?)";
    /** Of a file, as {@link #file} reads it. */
    static final String FILES = """
            SELECT r.id, r.name, r.sha256, f.size, coalesce(r.media_type, f.media_type) AS media_type, f.width, f.height,
                   f.taken_at, f.latitude, f.longitude, f.orientation, f.scan, r.uploaded_by, r.uploaded_at, r.subject_type, r.subject
              FROM file_reference r JOIN stored_file f USING (sha256)
            """;

    private static final String FIND = FILES + " WHERE r.id = ?";
    private static final String FORGET_UNATTACHED = """
            WITH gone AS (DELETE FROM file_reference WHERE id IN (SELECT id FROM file_reference
                WHERE attached_at IS NULL AND uploaded_at < ? ORDER BY uploaded_at LIMIT 1000) AND attached_at IS NULL
                RETURNING sha256)
            UPDATE stored_file SET unchecked = true, used_at = ? WHERE sha256 IN (SELECT sha256 FROM gone)
            """;
    /** The first moment is for what nobody has looked into. */
    private static final String IS_OLD = "unchecked AND used_at < CASE WHEN media_type IS NULL THEN ? ELSE ? END";

    private static final String TO_CHECK = """
            SELECT sha256, used_at FROM stored_file
             WHERE %s AND (used_at, sha256) > (?, ?)
             ORDER BY used_at, sha256 LIMIT 100
            """.formatted(IS_OLD);
    private static final String LOCK =
            "SELECT true FROM pg_advisory_xact_lock(hashtextextended('stored-file/' || ?, 0))";
    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('stored-file/' || ?, 0))";
    private static final String IS_UNUSED = """
            SELECT NOT EXISTS (SELECT FROM file_reference r WHERE r.sha256 = f.sha256)
               AND NOT EXISTS (SELECT FROM upload_part p WHERE p.sha256 = f.sha256)
              FROM stored_file f WHERE sha256 = ? AND %s
            """.formatted(IS_OLD);
    private static final String LOCK_ROW = "SELECT true FROM stored_file WHERE sha256 = ? FOR NO KEY UPDATE";
    private static final String CHECKED = """
            WITH used AS (DELETE FROM given_up_content WHERE sha256 = ?)
            UPDATE stored_file SET unchecked = false WHERE sha256 = ?
            """;
    private static final String FORGET = "DELETE FROM stored_file WHERE sha256 = ?";
    private static final String TO_SCAN = """
            SELECT sha256, size, created_at FROM stored_file
             WHERE scan = 'NOT_SCANNED' AND media_type IS NOT NULL AND (created_at, sha256) > (?, ?)
             ORDER BY created_at, sha256 LIMIT 100
            """;
    private static final String UNSCANNED = """
            SELECT count(*), min(created_at) FROM (SELECT created_at FROM stored_file
             WHERE scan = 'NOT_SCANNED' AND media_type IS NOT NULL ORDER BY created_at, sha256 LIMIT 1000) AS oldest
            """;
    private static final String SCANNED =
            "UPDATE stored_file SET scan = ?, scanned_at = ? WHERE sha256 = ? AND scan = 'NOT_SCANNED'";

    private final Jdbc jdbc;

    FileRows(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /**
     * Committed before the store is asked: from then on nobody removes the content for an hour. Waits for whoever does now; in a
     * transaction of its own.
     */
    void use(FileAddress address, long size, Instant now) {
        jdbc.first(LOCK, row -> row.getBoolean(1), address.sha256());
        jdbc.update(USE, address.sha256(), size, now, now);
    }

    /** False when the content was removed, which happens no sooner than an hour after {@link #use}. */
    boolean refer(FileAddress address, Inspected found, UUID id, String name, String account, Instant now) {
        PhotoFacts photo = found.photo();
        int described = jdbc.update(
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
        return described == 1
                && jdbc.update(REFER, id, address.sha256(), name, found.type().mediaType(), account, now) == 1;
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.first(FIND, FileRows::file, id);
    }

    int forgetUnattached(Instant before, Instant now) {
        return jdbc.update(FORGET_UNATTACHED, before, now);
    }

    /**
     * A content to which the last reference went before this moment, and which was last handed in before it, may be removed.
     *
     * @param part of what nobody has looked into: a part of an upload, or what is on its way. No backup of the database needs it
     */
    record Unreferenced(Instant part, Instant file) {}

    record ToCheck(FileAddress address, Instant usedAt) {
        private static final ToCheck NOTHING = new ToCheck(new FileAddress("0".repeat(64)), Instant.EPOCH);

        /** Before all others. */
        static ToCheck nothing() {
            return NOTHING;
        }
    }

    /** Contents of which nobody knows whether somebody refers to them. */
    List<ToCheck> toCheckAfter(ToCheck last, Unreferenced since) {
        return jdbc.list(
                TO_CHECK,
                row -> new ToCheck(
                        new FileAddress(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()),
                since.part(),
                since.file(),
                last.usedAt(),
                last.address().sha256());
    }

    /**
     * Whether nobody refers to it; empty when somebody else is at it, or has handed it in again. Until the transaction ends nobody
     * hands it in. The lock is no row's: a transaction that has written nothing holds back no reader of the log while the store
     * works.
     */
    Optional<Boolean> lockUnused(FileAddress address, Unreferenced since) {
        boolean isMine =
                jdbc.first(TRY_LOCK, row -> row.getBoolean(1), address.sha256()).orElse(false);
        return isMine
                ? jdbc.first(IS_UNUSED, row -> row.getBoolean(1), address.sha256(), since.part(), since.file())
                : Optional.empty();
    }

    /**
     * Nobody looks at it again until somebody ceases to refer to it. Who ceases marks the row: under the lock of the row it is asked
     * anew, so that no mark is lost that was set since {@link #lockUnused}.
     */
    void checkedIfUsed(FileAddress address, Unreferenced since) {
        jdbc.first(LOCK_ROW, row -> row.getBoolean(1), address.sha256());
        boolean isUsed = jdbc.first(IS_UNUSED, row -> !row.getBoolean(1), address.sha256(), since.part(), since.file())
                .orElse(false);
        if (isUsed) {
            jdbc.update(CHECKED, address.sha256(), address.sha256());
        }
    }

    void forget(FileAddress address) {
        jdbc.update(FORGET, address.sha256());
    }

    record ToScan(FileAddress address, long size, Instant createdAt) {
        private static final ToScan NOTHING = new ToScan(new FileAddress("0".repeat(64)), 0, Instant.EPOCH);

        /** Before all others. */
        static ToScan nothing() {
            return NOTHING;
        }
    }

    List<ToScan> toScanAfter(ToScan last) {
        return jdbc.list(
                TO_SCAN,
                row -> new ToScan(
                        new FileAddress(row.getString(1)),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                last.createdAt(),
                last.address().sha256());
    }

    /** @param count up to 1,000 */
    record Unscanned(int count, @Nullable Instant oldest) {}

    Unscanned unscanned() {
        return jdbc.first(UNSCANNED, row -> {
                    OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                    return new Unscanned(row.getInt(1), oldest == null ? null : oldest.toInstant());
                })
                .orElseThrow();
    }

    void scanned(FileAddress address, ScanState result, Instant now) {
        jdbc.update(SCANNED, result, now, address.sha256());
    }

    static StoredFile file(ResultSet row) throws SQLException {
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
