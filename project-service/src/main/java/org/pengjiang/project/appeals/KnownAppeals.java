package org.pengjiang.project.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

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

    private final Jdbc jdbc;

    KnownAppeals(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** @param breached how many of the open ones have passed a due of the enterprise */
    record Count(int open, int breached) {}

    Optional<UUID> projectOf(UUID appeal) {
        return jdbc.first(PROJECT_OF, row -> row.getObject(1, UUID.class), appeal);
    }

    void remember(HeardAppeal heard) {
        jdbc.update(
                REMEMBER,
                heard.id(),
                heard.no(),
                heard.project(),
                heard.state(),
                heard.open(),
                heard.breached(),
                heard.version());
    }

    Count countOf(UUID project) {
        return jdbc.first(COUNT, row -> new Count(row.getInt(1), row.getInt(2)), project)
                .orElseThrow();
    }
}
