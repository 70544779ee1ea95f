package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Keeps the newest known version of a project's special classes. A project has one open class at a time, so an event about a
 * later class also says that the earlier one is over, whether or not the event of its end has come yet. Whatever changed is noted
 * for {@link ClassChanges}, so that the tasks of the open appeals follow; an event that changes nothing leaves no note.
 */
@ApplicationScoped
class UpdateSpecialClassCopy {
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

    private final Jdbc jdbc;
    private final ClassChanges changes;

    UpdateSpecialClassCopy(DataSource database, ClassChanges changes) {
        this.jdbc = Jdbc.of(database);
        this.changes = changes;
    }

    @Transactional
    void remember(UUID projectId, long version, EventData specialClass) {
        UUID classId = specialClass.id("classId");
        // a replay of a parked event may run beside the consumer
        jdbc.exists(ONE_AT_A_TIME, projectId.toString());
        if (specialClass.flag("open")) {
            jdbc.list(CLOSE_EARLIER, row -> row.getObject(1, UUID.class), projectId, classId, version)
                    .forEach(earlier -> changes.note(earlier, version));
        }
        if (write(projectId, classId, version, specialClass)) {
            replaceMembers(classId, specialClass);
            changes.note(classId, version);
        }
    }

    private boolean write(UUID projectId, UUID classId, long version, EventData specialClass) {
        return jdbc.update(
                        UPSERT,
                        classId,
                        projectId,
                        specialClass.text("projectNo"),
                        specialClass.text("divisionCode"),
                        specialClass.text("leadUnit"),
                        specialClass.text("leader"),
                        specialClass.text("head"),
                        specialClass.flag("open"),
                        projectId,
                        classId,
                        version,
                        version)
                == 1;
    }

    private void replaceMembers(UUID classId, EventData specialClass) {
        jdbc.update(FORGET_MEMBERS, classId);
        jdbc.batch(
                ADD_MEMBER,
                specialClass.parts("members").stream()
                        .map(member -> new Object[] {
                            classId, member.text("account"), member.text("department"), member.text("role")
                        })
                        .toList());
    }
}
