package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps the newest known version of a project: number, division and the credit codes of its enterprises. A registration of an
 * earlier release carries neither division nor enterprises; they come with the next event.
 */
@ApplicationScoped
class RememberProject {
    private static final String UPSERT = """
            INSERT INTO known_project (id, no, division, enterprises, subject_version)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                no = excluded.no, division = excluded.division, enterprises = excluded.enterprises,
                subject_version = excluded.subject_version
            WHERE known_project.subject_version < excluded.subject_version
            """;

    private final EntityManager entities;

    RememberProject(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void remember(UUID projectId, long version, EventData project) {
        entities.unwrap(Session.class).doWork(connection -> write(connection, projectId, version, project));
    }

    private static void write(Connection connection, UUID projectId, long version, EventData project)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, projectId);
            upsert.setString(2, project.required("projectNo"));
            upsert.setString(3, project.optional("divisionCode"));
            upsert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", project.texts("enterprises").toArray()));
            upsert.setLong(5, version);
            upsert.executeUpdate();
        }
    }
}
