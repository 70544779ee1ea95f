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
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps the newest known version of a project's special classes. A project has one open class at a time, so an event about a
 * later class also says that the earlier one is over, whether or not the event of its end has come yet. Whatever changed is noted
 * for {@link ClassChanges}, so that the tasks of the open appeals follow; an event that changes nothing leaves no note.
 */
@ApplicationScoped
class RememberSpecialClass {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(?, 20260918))";
    private static final String CLOSE_EARLIER = """
            UPDATE known_special_class SET open = false
            WHERE project_id = ? AND class_id <> ? AND open AND subject_version < ?
            RETURNING class_id
            """;
    private static final String UPSERT = """
            INSERT INTO known_special_class
                (class_id, project_id, project_no, division, lead_unit, leader, head, open, subject_version)
            VALUES (?, ?, ?, ?, ?, ?, ?,
                ? AND NOT EXISTS (SELECT FROM known_special_class later
                    WHERE later.project_id = ? AND later.class_id <> ? AND later.subject_version > ?),
                ?)
            ON CONFLICT (class_id) DO UPDATE SET
                project_no = excluded.project_no, division = excluded.division, lead_unit = excluded.lead_unit,
                leader = excluded.leader, head = excluded.head, open = excluded.open,
                subject_version = excluded.subject_version
            WHERE known_special_class.subject_version < excluded.subject_version
            """;
    private static final String FORGET_MEMBERS = "DELETE FROM known_class_member WHERE class_id = ?";
    private static final String ADD_MEMBER = """
            INSERT INTO known_class_member (class_id, account, department, role) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final EntityManager entities;
    private final ClassChanges changes;

    RememberSpecialClass(EntityManager entities, ClassChanges changes) {
        this.entities = entities;
        this.changes = changes;
    }

    @Transactional
    void remember(UUID projectId, long version, EventData specialClass) {
        UUID classId = specialClass.id("classId");
        entities.unwrap(Session.class).doWork(connection -> {
            takeTurn(connection, projectId);
            if (specialClass.flag("open")) {
                for (UUID earlier : closeEarlier(connection, projectId, classId, version)) {
                    changes.note(connection, earlier, version);
                }
            }
            if (write(connection, projectId, classId, version, specialClass)) {
                replaceMembers(connection, classId, specialClass);
                changes.note(connection, classId, version);
            }
        });
    }

    /** A replay of a parked event may run beside the consumer. */
    private static void takeTurn(Connection connection, UUID projectId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.setString(1, projectId.toString());
            lock.execute();
        }
    }

    private static List<UUID> closeEarlier(Connection connection, UUID projectId, UUID classId, long version)
            throws SQLException {
        List<UUID> closed = new ArrayList<>();
        try (PreparedStatement close = connection.prepareStatement(CLOSE_EARLIER)) {
            close.setObject(1, projectId);
            close.setObject(2, classId);
            close.setLong(3, version);
            try (ResultSet row = close.executeQuery()) {
                while (row.next()) {
                    closed.add(row.getObject(1, UUID.class));
                }
            }
        }
        return closed;
    }

    private static boolean write(
            Connection connection, UUID projectId, UUID classId, long version, EventData specialClass)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, classId);
            upsert.setObject(2, projectId);
            upsert.setString(3, specialClass.required("projectNo"));
            upsert.setString(4, specialClass.required("divisionCode"));
            upsert.setString(5, specialClass.required("leadUnit"));
            upsert.setString(6, specialClass.required("leader"));
            upsert.setString(7, specialClass.required("head"));
            upsert.setBoolean(8, specialClass.flag("open"));
            upsert.setObject(9, projectId);
            upsert.setObject(10, classId);
            upsert.setLong(11, version);
            upsert.setLong(12, version);
            return upsert.executeUpdate() == 1;
        }
    }

    private static void replaceMembers(Connection connection, UUID classId, EventData specialClass)
            throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_MEMBERS);
                PreparedStatement add = connection.prepareStatement(ADD_MEMBER)) {
            forget.setObject(1, classId);
            forget.executeUpdate();
            for (EventData member : specialClass.parts("members")) {
                add.setObject(1, classId);
                add.setString(2, member.required("account"));
                add.setString(3, member.required("department"));
                add.setString(4, member.required("role"));
                add.addBatch();
            }
            add.executeBatch();
        }
    }
}
