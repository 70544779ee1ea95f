package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.jdbc.Jdbc;

/** Keeps the newest known version of a unit; what is older than that changes nothing. */
@ApplicationScoped
class UpdateUnitCopy {
    private static final String UPSERT = """
            INSERT INTO known_unit (id, code, name, division, kind, subject_version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, name = excluded.name, division = excluded.division, kind = excluded.kind,
                subject_version = excluded.subject_version
            WHERE known_unit.subject_version < excluded.subject_version
            """;

    private final Jdbc jdbc;

    UpdateUnitCopy(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    @Transactional
    void remember(UUID unitId, long version, EventData unit) {
        jdbc.update(
                UPSERT,
                unitId,
                unit.text("code"),
                unit.text("name"),
                unit.text("divisionCode"),
                unit.text("kind"),
                version);
    }
}
