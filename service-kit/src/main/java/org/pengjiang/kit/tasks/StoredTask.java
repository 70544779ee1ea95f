package org.pengjiang.kit.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

/** A task as it stands in its table. */
record StoredTask(
        UUID id,
        DivisionCode division,
        String subjectType,
        UUID subject,
        String link,
        Task task,
        Instant openedAt,
        @Nullable Instant doneAt) {

    static final String COLUMNS =
            "id, division, subject_type, subject, kind, item, arguments, account, roles, unit, party,"
                    + " except_accounts, except_teams, except_units, link, urgent, due_at, provisional, remind_at, opened_at, done_at, sort_at::text AS position";

    static StoredTask of(ResultSet row) throws SQLException {
        Assignee assignee = new Assignee(
                row.getString("account"),
                Jdbc.texts(row, "roles"),
                row.getString("unit"),
                row.getString("party"),
                Jdbc.texts(row, "except_accounts"),
                Jdbc.texts(row, "except_teams"),
                Jdbc.texts(row, "except_units"));
        Task task = new Task(
                row.getString("kind"),
                row.getString("item"),
                Jdbc.texts(row, "arguments"),
                assignee,
                Jdbc.instant(row, "due_at"),
                row.getBoolean("provisional"),
                Jdbc.instant(row, "remind_at"),
                row.getBoolean("urgent"));
        return new StoredTask(
                row.getObject("id", UUID.class),
                DivisionCode.parse(row.getString("division")),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getString("link"),
                task,
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Jdbc.instant(row, "done_at"));
    }

    /** The key by which a task is the same one as before. */
    static String key(Task task) {
        return task.kind() + "\n" + task.item() + "\n" + task.assignee().key();
    }
}
