package org.pengjiang.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.util.UUID;
import org.hibernate.Session;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Keeps the newest known version of a unit; what is older than that changes nothing. */
@ApplicationScoped
class RememberUnit {
    private static final String UPSERT = """
            INSERT INTO known_unit (id, code, name, division, kind, subject_version) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, name = excluded.name, division = excluded.division, kind = excluded.kind,
                subject_version = excluded.subject_version
            WHERE known_unit.subject_version < excluded.subject_version
            """;

    private final EntityManager entities;

    RememberUnit(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remember(ReceivedEvent unit) {
        UUID id = unit.subject();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setObject(1, id);
                upsert.setString(2, required(unit, "code"));
                upsert.setString(3, required(unit, "name"));
                upsert.setString(4, required(unit, "divisionCode"));
                upsert.setString(5, required(unit, "kind"));
                upsert.setLong(6, unit.subjectVersion());
                upsert.executeUpdate();
            }
        });
    }

    /** An event without it breaks its contract: it is parked, not guessed at. */
    private static String required(ReceivedEvent unit, String field) {
        if (!unit.data().path(field).isTextual()) {
            throw new IllegalArgumentException("a unit event without " + field);
        }
        return unit.data().path(field).asText();
    }
}
