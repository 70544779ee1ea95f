package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

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

    private final EntityManager entities;

    ClassChanges(EntityManager entities) {
        this.entities = entities;
    }

    /** @param settledUpTo the last appeal whose tasks have followed; null before the first */
    record Change(UUID classId, long version, @Nullable UUID settledUpTo) {}

    void note(Connection connection, UUID classId, long version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, classId);
            insert.setLong(2, version);
            insert.executeUpdate();
        }
    }

    @Transactional
    List<Change> all() {
        return session().doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ALL)) {
                return read(query);
            }
        });
    }

    /** As it stands now, locked until the transaction ends; nothing where it is done, or another replica has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Change> claim(Change change) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(CLAIM)) {
                query.setObject(1, change.classId());
                query.setLong(2, change.version());
                return read(query).stream().findFirst();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void advance(Change change, UUID upTo) {
        session().doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
                update.setObject(1, upTo);
                update.setObject(2, change.classId());
                update.setLong(3, change.version());
                update.executeUpdate();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void done(Change change) {
        session().doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                delete.setObject(1, change.classId());
                delete.setLong(2, change.version());
                delete.executeUpdate();
            }
        });
    }

    private static List<Change> read(PreparedStatement query) throws SQLException {
        List<Change> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Change(
                        row.getObject("class_id", UUID.class),
                        row.getLong("subject_version"),
                        row.getObject("settled_up_to", UUID.class)));
            }
        }
        return found;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
