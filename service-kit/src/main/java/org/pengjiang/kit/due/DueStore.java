package org.pengjiang.kit.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;
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

    private final Jdbc jdbc;

    DueStore(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    void settle(
            LoggedAggregate subject, DueSource<LoggedAggregate> source, List<Due> open, boolean fresh, Instant now) {
        Map<String, StoredDue> known = fresh ? new HashMap<>() : open(subject.id());
        for (Due due : byKey(open).values()) {
            StoredDue before = known.remove(DueRow.key(due));
            if (before == null) {
                insert(subject, source.link(subject), due, now);
            } else {
                change(subject, source, before, due, now);
            }
        }
        for (StoredDue gone : known.values()) {
            jdbc.update(CLOSE, now, gone.row().id());
        }
    }

    private static Map<String, Due> byKey(List<Due> open) {
        Map<String, Due> byKey = new LinkedHashMap<>();
        open.forEach(due -> byKey.putIfAbsent(DueRow.key(due), due));
        return byKey;
    }

    /** A due as it is stored, with its levels and the pauses that have ended. */
    private record StoredDue(DueRow row, List<String> levels, List<Pause> pauses) {}

    private Map<String, StoredDue> open(UUID subject) {
        Map<String, StoredDue> open = new LinkedHashMap<>();
        jdbc.list(OPEN, row -> new StoredDue(DueRow.of(row), DueRow.levels(row), DueRow.pauses(row)), subject)
                .forEach(known -> open.put(DueRow.key(known.row().due()), known));
        return open;
    }

    private void insert(LoggedAggregate subject, String link, Due due, Instant now) {
        UUID id = Ids.next();
        List<@Nullable Object> values = new ArrayList<>(List.of(id));
        values.addAll(place(subject.division(), link, due));
        values.add(subject.subjectType());
        values.add(subject.id());
        values.add(due.kind());
        values.add(due.item());
        Instant paused = due.paused() ? now : null;
        values.add(paused);
        values.add(now);
        jdbc.update(INSERT, values.toArray());
        levels(id, due, paused, now);
    }

    private void change(
            LoggedAggregate subject, DueSource<LoggedAggregate> source, StoredDue known, Due said, Instant now) {
        DueRow before = known.row();
        List<Pause> pauses = new ArrayList<>(known.pauses());
        Instant pausedSince = before.pausedSince();
        if (pausedSince != null && !said.paused()) {
            jdbc.update(PAUSE, before.id(), pausedSince, now);
            pauses.add(new Pause(pausedSince, now));
        }
        Due due = pauses.isEmpty()
                ? said
                : said.moved(
                        moment -> Pause.after(moment, pauses, counted -> source.afterPauses(subject, moment, counted)));
        Instant paused = due.paused() ? (pausedSince == null ? now : pausedSince) : null;
        String link = source.link(subject);
        boolean moved = !due.dueAt().equals(before.due().dueAt())
                || due.paused() != before.due().paused()
                || !DueRow.levels(due).equals(known.levels());
        if (!moved && isSame(before, subject.division(), link, due)) {
            return;
        }
        List<@Nullable Object> values = place(subject.division(), link, due);
        values.add(paused);
        values.add(before.id());
        jdbc.update(UPDATE, values.toArray());
        if (moved) {
            levels(before.id(), due, paused, now);
        }
    }

    private static boolean isSame(DueRow before, DivisionCode division, String link, Due due) {
        Due known = before.due();
        return before.division().equals(division)
                && before.link().equals(link)
                && known.arguments().equals(due.arguments())
                && known.assignee().equals(due.assignee().withoutExceptions())
                && known.since().equals(due.since())
                && known.provisional() == due.provisional();
    }

    private static List<@Nullable Object> place(DivisionCode division, String link, Due due) {
        Assignee assignee = due.assignee();
        return new ArrayList<>(Arrays.<@Nullable Object>asList(
                division.value(),
                division.province(),
                division.city(),
                division.district(),
                division.town(),
                link,
                due.arguments(),
                assignee.account(),
                assignee.roles().isEmpty() ? null : assignee.roles(),
                assignee.unit(),
                assignee.party(),
                due.since(),
                due.dueAt(),
                due.provisional()));
    }

    private void levels(UUID id, Due due, @Nullable Instant pausedSince, Instant now) {
        List<Object[]> levels = due.levels().stream()
                .map(level -> new Object[] {
                    id,
                    level.name(),
                    level.light(),
                    level.at(),
                    pausedSince != null && Pause.holds(due.endOf(level), pausedSince),
                    now
                })
                .toList();
        jdbc.batch(LEVEL, levels);
        jdbc.update(DROP_LEVELS, id, due.levels().stream().map(Due.Level::name).toList());
        shine(id);
    }

    /** The light of the highest level that was reached. */
    void shine(UUID id) {
        jdbc.update(LIGHT, id);
    }
}
