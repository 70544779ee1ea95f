package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Keeps the newest known version of a project: number, division and the credit codes of its enterprises. A registration of an
 * earlier release carries neither division nor enterprises; they come with the next event.
 */
@ApplicationScoped
class UpdateProjectCopy {
    private static final String UPSERT = """
            INSERT INTO known_project (id, no, division, enterprises, subject_version)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                no = excluded.no, division = excluded.division, enterprises = excluded.enterprises,
                subject_version = excluded.subject_version
            WHERE known_project.subject_version < excluded.subject_version
            """;

    private final Jdbc jdbc;

    UpdateProjectCopy(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    @Transactional
    void remember(UUID projectId, long version, EventData project) {
        jdbc.update(
                UPSERT,
                projectId,
                project.text("projectNo"),
                project.optionalText("divisionCode"),
                project.texts("enterprises"),
                version);
    }
}
