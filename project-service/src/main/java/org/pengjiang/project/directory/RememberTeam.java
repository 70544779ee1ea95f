package org.pengjiang.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.kit.jdbc.Jdbc;

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

    private final Jdbc jdbc;

    RememberTeam(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remember(ReceivedEvent event) {
        EventData team = event.fields();
        jdbc.update(
                UPSERT,
                event.subject(),
                team.text("code"),
                team.text("name"),
                team.optionalText("kind"),
                team.optionalText("divisionCode"),
                team.optionalDate("validFrom"),
                team.optionalDate("validTo"),
                team.optionalText("captainAccount"),
                event.subjectVersion());
    }
}
