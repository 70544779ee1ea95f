package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;

/** Which special classes have changed since the tasks of their appeals followed, and how far these have come. */
@ApplicationScoped
class ClassChanges {
    private static final String NOTE =
            "INSERT INTO class_change (class_id, subject_version) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String ALL =
            "SELECT class_id, subject_version, settled_up_to FROM class_change ORDER BY class_id, subject_version";
    private static final String CLAIM = """
            SELECT class_id, subject_version, settled_up_to FROM class_change WHERE class_id = ? AND subject_version = ?
            FOR UPDATE SKIP LOCKED
            """;
    private static final String ADVANCE =
            "UPDATE class_change SET settled_up_to = ? WHERE class_id = ? AND subject_version = ?";
    private static final String FORGET = "DELETE FROM class_change WHERE class_id = ? AND subject_version = ?";

    private final Jdbc jdbc;

    ClassChanges(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** @param settledUpTo the last appeal whose tasks have followed; null before the first */
    record Change(UUID classId, long version, @Nullable UUID settledUpTo) {}

    void note(UUID classId, long version) {
        jdbc.update(NOTE, classId, version);
    }

    List<Change> all() {
        return jdbc.list(ALL, ClassChanges::change);
    }

    /** As it stands now, locked until the transaction ends; nothing where it is done, or another replica has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Change> claim(Change change) {
        return jdbc.first(CLAIM, ClassChanges::change, change.classId(), change.version());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void advance(Change change, UUID upTo) {
        jdbc.update(ADVANCE, upTo, change.classId(), change.version());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void done(Change change) {
        jdbc.update(FORGET, change.classId(), change.version());
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("class_id", UUID.class),
                row.getLong("subject_version"),
                row.getObject("settled_up_to", UUID.class));
    }
}
