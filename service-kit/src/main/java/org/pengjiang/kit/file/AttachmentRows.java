package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/** What the table file_reference says of subjects and their files. */
@ApplicationScoped
class AttachmentRows {
    private static final String FIND = FileRows.FILES + " WHERE r.id = ANY (?) ORDER BY r.id";
    private static final String LOCK = FIND + " FOR UPDATE OF r";
    private static final String OF_SUBJECTS =
            FileRows.FILES + " WHERE r.subject = ANY (?) ORDER BY r.subject, r.subject_position, r.id";
    private static final String UNFINISHED =
            "SELECT id FROM upload WHERE id = ANY (?) AND account = ? AND arrived < length AND expires_at > ?";
    private static final String ATTACH = """
            UPDATE file_reference r SET subject_type = ?, subject = ?, attached_at = ?, subject_position = n.position
              FROM unnest(?::uuid[]) WITH ORDINALITY AS n (id, position) WHERE r.id = n.id
            """;

    private final Jdbc jdbc;

    AttachmentRows(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Those that exist. */
    List<StoredFile> find(List<UUID> ids) {
        return jdbc.list(FIND, FileRows::file, ids);
    }

    /** The same with their rows locked in the order of their ids, so that two requests never wait for each other. */
    List<StoredFile> lock(List<UUID> ids) {
        return jdbc.list(LOCK, FileRows::file, ids);
    }

    /** Of several subjects, in the order in which they were attached. */
    List<StoredFile> ofSubjects(List<UUID> subjects) {
        return jdbc.list(OF_SUBJECTS, FileRows::file, subjects);
    }

    /** Those among the ids that are uploads of this account on their way. */
    Set<UUID> unfinished(List<UUID> ids, String account, Instant now) {
        return Set.copyOf(jdbc.list(UNFINISHED, row -> row.getObject(1, UUID.class), ids, account, now));
    }

    /** Under the lock of their rows. */
    void attach(List<UUID> ids, String subjectType, UUID subject, Instant now) {
        jdbc.update(ATTACH, subjectType, subject, now, ids);
    }
}
