package org.pengjiang.project.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps the newest known version of a team; what is older than that changes nothing. */
@ApplicationScoped
class RememberTeam {
    private static final String UPSERT = """
            INSERT INTO known_team
                (id, code, name, kind, division, valid_from, valid_to, captain_account, subject_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, name = excluded.name, kind = excluded.kind, division = excluded.division,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                captain_account = excluded.captain_account, subject_version = excluded.subject_version
            WHERE known_team.subject_version < excluded.subject_version
            """;

    private final EntityManager entities;

    RememberTeam(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void remember(UUID teamId, long version, JsonNode team) {
        entities.unwrap(Session.class).doWork(connection -> write(connection, teamId, version, team));
    }

    private static void write(Connection connection, UUID teamId, long version, JsonNode team) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, teamId);
            upsert.setString(2, required(team, "code"));
            upsert.setString(3, required(team, "name"));
            upsert.setString(4, text(team, "kind"));
            upsert.setString(5, text(team, "divisionCode"));
            upsert.setObject(6, date(team, "validFrom"));
            upsert.setObject(7, date(team, "validTo"));
            upsert.setString(8, text(team, "captainAccount"));
            upsert.setLong(9, version);
            upsert.executeUpdate();
        }
    }

    /** An event without it breaks its contract: it is parked, not guessed at. */
    private static String required(JsonNode team, String field) {
        String value = text(team, field);
        if (value == null) {
            throw new IllegalArgumentException("a team event without " + field);
        }
        return value;
    }

    private static @Nullable String text(JsonNode team, String field) {
        JsonNode value = team.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    private static @Nullable LocalDate date(JsonNode team, String field) {
        String value = text(team, field);
        return value == null ? null : LocalDate.parse(value);
    }
}
