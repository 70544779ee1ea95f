package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps the newest known version of a unit; what is older than that changes nothing. */
@ApplicationScoped
class RememberUnit {
    private static final String UPSERT = """
            INSERT INTO known_unit (id, code, name, division, kind, subject_version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, name = excluded.name, division = excluded.division, kind = excluded.kind,
                subject_version = excluded.subject_version
            WHERE known_unit.subject_version < excluded.subject_version
            """;

    private final EntityManager entities;

    RememberUnit(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void remember(UUID unitId, long version, EventData unit) {
        entities.unwrap(Session.class).doWork(connection -> write(connection, unitId, version, unit));
    }

    private static void write(Connection connection, UUID unitId, long version, EventData unit) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, unitId);
            upsert.setString(2, unit.required("code"));
            upsert.setString(3, unit.required("name"));
            upsert.setString(4, unit.required("divisionCode"));
            upsert.setString(5, unit.required("kind"));
            upsert.setLong(6, version);
            upsert.executeUpdate();
        }
    }
}
