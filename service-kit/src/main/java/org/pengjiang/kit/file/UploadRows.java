package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.jdbc.Jdbc;

/** The tables upload and upload_part, and of given_up_content what an upload leaves behind. */
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
            UPDATE stored_file SET unchecked = true, used_at = ? WHERE sha256 IN (SELECT sha256 FROM gone)
            """;
    private static final String GIVE_UP = """
            INSERT INTO given_up_content (account, sha256)
            SELECT DISTINCT u.account, p.sha256 FROM upload u JOIN upload_part p ON p.upload = u.id WHERE u.id = ?
                ON CONFLICT DO NOTHING
            """;
    private static final String DROP = "DELETE FROM upload WHERE id = ?";
    private static final String EXPIRED = "SELECT id FROM upload WHERE expires_at <= ? ORDER BY expires_at LIMIT 100";

    private final Jdbc jdbc;

    UploadRows(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** A part as it lies in the store. */
    record Part(FileAddress address, long size) {}

    void begin(UploadInParts upload, Instant now) {
        jdbc.update(
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
        return jdbc.first(
                FIND,
                row -> new UploadInParts(
                        row.getObject("id", UUID.class),
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("declared_type"),
                        row.getLong("length"),
                        row.getLong("arrived"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                id,
                account,
                now);
    }

    /** False when another request was quicker. */
    boolean advance(UploadInParts upload, long by) {
        return jdbc.update(ADVANCE, by, upload.id(), upload.offset()) == 1;
    }

    void addPart(UploadInParts upload, Part part) {
        jdbc.update(
                ADD_PART,
                upload.id(),
                upload.offset(),
                part.size(),
                part.address().sha256());
    }

    List<Part> parts(UUID upload) {
        return jdbc.list(PARTS, row -> new Part(new FileAddress(row.getString(2)), row.getLong(1)), upload);
    }

    void dropParts(UUID upload, Instant now) {
        jdbc.update(DROP_PARTS, upload, now);
    }

    /** What has arrived counts as its account's until it is removed. */
    void drop(UUID upload, Instant now) {
        jdbc.update(GIVE_UP, upload);
        dropParts(upload, now);
        jdbc.update(DROP, upload);
    }

    List<UUID> expired(Instant now) {
        return jdbc.list(EXPIRED, row -> row.getObject(1, UUID.class), now);
    }
}
