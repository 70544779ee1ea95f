package org.pengjiang.project.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The copies of the appeals that speak of a project. */
@ApplicationScoped
class KnownAppeals {
    /** In whatever order events come, the same is known in the end: the newest standing, and every breach. */
    private static final String REMEMBER = """
            INSERT INTO known_appeal AS known (id, no, project_id, state, open, breached, subject_version)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                project_id = CASE WHEN excluded.subject_version > known.subject_version
                                  THEN excluded.project_id ELSE known.project_id END,
                state = CASE WHEN excluded.subject_version > known.subject_version
                             THEN excluded.state ELSE known.state END,
                open = CASE WHEN excluded.subject_version > known.subject_version
                            THEN excluded.open ELSE known.open END,
                breached = known.breached OR excluded.breached,
                subject_version = greatest(known.subject_version, excluded.subject_version)
            WHERE excluded.subject_version > known.subject_version OR (excluded.breached AND NOT known.breached)
            """;

    private static final String PROJECT_OF = "SELECT project_id FROM known_appeal WHERE id = ?";
    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE breached) FROM known_appeal WHERE project_id = ? AND open
            """;

    private final EntityManager entities;

    KnownAppeals(EntityManager entities) {
        this.entities = entities;
    }

    /** @param breached how many of the open ones have passed a due of the enterprise */
    record Count(int open, int breached) {}

    Optional<UUID> projectOf(UUID appeal) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PROJECT_OF)) {
                select.setObject(1, appeal);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    void remember(HeardAppeal heard) {
        session().doWork(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(REMEMBER)) {
                upsert.setObject(1, heard.id());
                upsert.setString(2, heard.no());
                upsert.setObject(3, heard.project());
                upsert.setString(4, heard.state());
                upsert.setBoolean(5, heard.open());
                upsert.setBoolean(6, heard.breached());
                upsert.setLong(7, heard.version());
                upsert.executeUpdate();
            }
        });
    }

    Count countOf(UUID project) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COUNT)) {
                select.setObject(1, project);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Count(row.getInt(1), row.getInt(2));
                }
            }
        });
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
