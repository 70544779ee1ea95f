package org.pengjiang.kit.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.tasks.Assignee;

/**
 * A due as it stands in its table.
 *
 * @param due without its levels
 */
record DueRow(
        UUID id,
        DivisionCode division,
        String subjectType,
        UUID subject,
        String link,
        Due due,
        Light light,
        @Nullable Instant pausedSince) {
    static final String COLUMNS =
            "id, division, subject_type, subject, link, kind, item, arguments, account, roles, unit, party, since,"
                    + " due_at, provisional, light, paused_since";
    private static final String MICROS = "(extract(epoch FROM %s) * 1000000)::bigint";
    /** With {@link #COLUMNS}: every level, and every pause that has ended. */
    static final String PARTS = ", (SELECT array_agg(l.name || ' ' || l.light || ' ' || " + MICROS.formatted("l.at")
            + " ORDER BY l.name || ' ' || l.light) FROM due_level l WHERE l.due = due.id) AS levels, (SELECT array_agg("
            + MICROS.formatted("p.from_at") + " || ' ' || " + MICROS.formatted("p.until_at")
            + " ORDER BY p.from_at) FROM due_pause p WHERE p.due = due.id) AS pauses";

    static DueRow of(ResultSet row) throws SQLException {
        Instant pausedSince = Jdbc.instant(row, "paused_since");
        Assignee assignee = new Assignee(
                row.getString("account"),
                Jdbc.texts(row, "roles"),
                row.getString("unit"),
                row.getString("party"),
                List.of(),
                List.of(),
                List.of());
        Due due = new Due(
                row.getString("kind"),
                row.getString("item"),
                Jdbc.texts(row, "arguments"),
                assignee,
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"),
                List.of(),
                pausedSince != null);
        return new DueRow(
                row.getObject("id", UUID.class),
                DivisionCode.parse(row.getString("division")),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getString("link"),
                due,
                Light.valueOf(row.getString("light")),
                pausedSince);
    }

    /** Of a row with {@link #PARTS}: name, light and moment of each level. */
    static List<String> levels(ResultSet row) throws SQLException {
        return Jdbc.texts(row, "levels");
    }

    /** The same of the levels that a source names. */
    static List<String> levels(Due due) {
        return due.levels().stream()
                .map(level -> level.name() + " " + level.light() + " " + micros(level.at()))
                .sorted()
                .toList();
    }

    /** Of a row with {@link #PARTS}. */
    static List<Pause> pauses(ResultSet row) throws SQLException {
        return Jdbc.texts(row, "pauses").stream()
                .map(pause -> pause.split(" ", -1))
                .map(pause -> new Pause(instant(pause[0]), instant(pause[1])))
                .toList();
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    /** The key by which a due is the same one as before. */
    static String key(Due due) {
        return due.kind() + "\n" + due.item();
    }
}
