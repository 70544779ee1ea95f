package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Parameters;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.tasks.Assignee;

/** Writes the dues of an aggregate on the connection of the change. The aggregate's row is locked. */
@ApplicationScoped
class DueStore {
    private static final String OPEN =
            "SELECT " + DueRow.COLUMNS + DueRow.PARTS + " FROM due WHERE subject = ? AND closed_at IS NULL";
    private static final String INSERT = """
            INSERT INTO due (id, division, province, city, district, town, link, arguments, account, roles, unit, party,
                             since, due_at, provisional, subject_type, subject, kind, item, light, paused_since, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GREEN', ?, ?)
            """;
    private static final String UPDATE = """
            UPDATE due SET division = ?, province = ?, city = ?, district = ?, town = ?, link = ?, arguments = ?,
                           account = ?, roles = ?, unit = ?, party = ?, since = ?, due_at = ?, provisional = ?,
                           paused_since = ?
             WHERE id = ?
            """;
    private static final String CLOSE = """
            WITH closed AS (UPDATE due SET closed_at = ?, paused_since = NULL WHERE id = ? RETURNING id)
            DELETE FROM due_level USING closed WHERE due = closed.id AND reached_at IS NULL
            """;
    private static final String PAUSE = "INSERT INTO due_pause (due, from_at, until_at) VALUES (?, ?, ?)";

    /** A level that was reached for another moment, and lies ahead again, is owed again. */
    private static final String LEVEL = """
            INSERT INTO due_level AS known (due, name, light, at, stopped) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (due, name) DO UPDATE SET light = excluded.light, at = excluded.at, stopped = excluded.stopped,
                reached_at = CASE WHEN excluded.at > ? AND excluded.at <> known.at THEN NULL ELSE known.reached_at END
            """;

    private static final String DROP_LEVELS =
            "DELETE FROM due_level WHERE due = ? AND reached_at IS NULL AND name <> ALL (?)";
    private static final String LIGHT = """
            UPDATE due SET light = coalesce((SELECT light FROM due_level WHERE due = id AND reached_at IS NOT NULL
                ORDER BY array_position('{RED,YELLOW,GREEN}', light) LIMIT 1), 'GREEN') WHERE id = ?
            """;

    private final DataSource database;

    DueStore(DataSource database) {
        this.database = database;
    }

    void settle(
            LoggedAggregate subject, DueSource<LoggedAggregate> source, List<Due> open, boolean fresh, Instant now) {
        try (Connection connection = database.getConnection()) {
            Map<String, StoredDue> known = fresh ? new HashMap<>() : open(connection, subject.id());
            for (Due due : byKey(open).values()) {
                StoredDue before = known.remove(DueRow.key(due));
                if (before == null) {
                    insert(connection, subject, source.link(subject), due, now);
                } else {
                    change(connection, subject, source, before, due, now);
                }
            }
            for (StoredDue gone : known.values()) {
                try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
                    new Parameters(connection, close).add(now).add(gone.row().id());
                    close.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dues of " + subject.id() + " cannot be written", e);
        }
    }

    private static Map<String, Due> byKey(List<Due> open) {
        Map<String, Due> byKey = new LinkedHashMap<>();
        open.forEach(due -> byKey.putIfAbsent(DueRow.key(due), due));
        return byKey;
    }

    /** A due as it is stored, with its levels and the pauses that have ended. */
    private record StoredDue(DueRow row, List<String> levels, List<Pause> pauses) {}

    private static Map<String, StoredDue> open(Connection connection, UUID subject) throws SQLException {
        Map<String, StoredDue> open = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setObject(1, subject);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    DueRow due = DueRow.of(row);
                    open.put(DueRow.key(due.due()), new StoredDue(due, DueRow.levels(row), DueRow.pauses(row)));
                }
            }
        }
        return open;
    }

    private static void insert(Connection connection, LoggedAggregate subject, String link, Due due, Instant now)
            throws SQLException {
        UUID id = Ids.next();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            place(new Parameters(connection, insert).add(id), subject.division(), link, due)
                    .add(subject.subjectType())
                    .add(subject.id())
                    .add(due.kind())
                    .add(due.item())
                    .add(due.paused() ? now : null)
                    .add(now);
            insert.executeUpdate();
        }
        levels(connection, id, due, now);
    }

    private static void change(
            Connection connection,
            LoggedAggregate subject,
            DueSource<LoggedAggregate> source,
            StoredDue known,
            Due said,
            Instant now)
            throws SQLException {
        DueRow before = known.row();
        List<Pause> pauses = new ArrayList<>(known.pauses());
        Instant pausedSince = before.pausedSince();
        if (pausedSince != null && !said.paused()) {
            try (PreparedStatement pause = connection.prepareStatement(PAUSE)) {
                new Parameters(connection, pause)
                        .add(before.id())
                        .add(pausedSince)
                        .add(now);
                pause.executeUpdate();
            }
            pauses.add(new Pause(pausedSince, now));
        }
        Due due = pauses.isEmpty() ? said : said.moved(moment -> source.afterPauses(subject, moment, pauses));
        String link = source.link(subject);
        boolean moved = !due.dueAt().equals(before.due().dueAt())
                || due.paused() != before.due().paused()
                || !DueRow.levels(due).equals(known.levels());
        if (!moved && isSame(before, subject.division(), link, due)) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            place(new Parameters(connection, update), subject.division(), link, due)
                    .add(due.paused() ? (pausedSince == null ? now : pausedSince) : null)
                    .add(before.id());
            update.executeUpdate();
        }
        if (moved) {
            levels(connection, before.id(), due, now);
        }
    }

    private static boolean isSame(DueRow before, DivisionCode division, String link, Due due) {
        Due known = before.due();
        return before.division().equals(division)
                && before.link().equals(link)
                && known.arguments().equals(due.arguments())
                && known.assignee().equals(due.assignee().but())
                && known.since().equals(due.since())
                && known.provisional() == due.provisional();
    }

    private static Parameters place(Parameters parameters, DivisionCode division, String link, Due due)
            throws SQLException {
        Assignee assignee = due.assignee();
        return parameters
                .add(division.value())
                .add(division.province())
                .add(division.city().orElse(null))
                .add(division.district().orElse(null))
                .add(division.town().orElse(null))
                .add(link)
                .add(due.arguments())
                .add(assignee.account())
                .add(assignee.roles().isEmpty() ? null : assignee.roles())
                .add(assignee.unit())
                .add(assignee.party())
                .add(due.since())
                .add(due.dueAt())
                .add(due.provisional());
    }

    private static void levels(Connection connection, UUID id, Due due, Instant now) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(LEVEL)) {
            for (Due.Level level : due.levels()) {
                names.add(level.name());
                new Parameters(connection, insert)
                        .add(id)
                        .add(level.name())
                        .add(level.light().name())
                        .add(level.at())
                        .add(due.paused())
                        .add(now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement drop = connection.prepareStatement(DROP_LEVELS)) {
            new Parameters(connection, drop).add(id).add(names);
            drop.executeUpdate();
        }
        shine(connection, id);
    }

    /** The light of the highest level that was reached. */
    static void shine(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement light = connection.prepareStatement(LIGHT)) {
            light.setObject(1, id, Types.OTHER);
            light.executeUpdate();
        }
    }
}
