package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/** Writes tasks on the connection of the change, and queues the letters about new ones. */
@ApplicationScoped
class TaskStore {
    private static final String OPEN =
            "SELECT " + StoredTask.COLUMNS + " FROM task WHERE subject = ? AND done_at IS NULL";
    // the subject is locked, so nobody opens the same one; if its lock were forgotten, one task would still be one
    private static final String INSERT = """
            INSERT INTO task (id, division, province, city, district, town, subject_type, subject, kind, item, arguments,
                              assignee, account, roles, unit, party, except_accounts, except_teams, except_units, link, urgent, due_at, provisional,
                              remind_at, reminded_at, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind, item, assignee) WHERE done_at IS NULL DO NOTHING
            """;
    /** A reminder that went out for another due moment is owed again. */
    private static final String UPDATE = """
            UPDATE task SET division = ?, province = ?, city = ?, district = ?, town = ?, arguments = ?, except_accounts = ?,
                            except_teams = ?, except_units = ?, link = ?, urgent = ?, due_at = ?, provisional = ?,
                            reminded_at = CASE WHEN remind_at IS DISTINCT FROM ? THEN NULL ELSE reminded_at END,
                            remind_at = ?
             WHERE id = ?
            """;

    private static final String DONE = "UPDATE task SET done_at = ?, done_by = ? WHERE id = ?";

    private final Jdbc jdbc;
    private final CurrentCaller caller;
    private final TaskNotices taskNotices;

    TaskStore(DataSource database, CurrentCaller caller, TaskNotices taskNotices) {
        this.jdbc = Jdbc.of(database);
        this.caller = caller;
        this.taskNotices = taskNotices;
    }

    void settle(LoggedAggregate subject, String link, List<Task> waiting, boolean fresh, Instant now) {
        Map<String, StoredTask> open = fresh ? new HashMap<>() : open(subject.id());
        for (Task task : byKey(waiting).values()) {
            StoredTask known = open.remove(StoredTask.key(task));
            StoredTask wanted = new StoredTask(
                    known == null ? Ids.next() : known.id(),
                    subject.division(),
                    subject.subjectType(),
                    subject.id(),
                    link,
                    task,
                    now,
                    null);
            if (known == null) {
                open(wanted);
            } else if (!isSame(known, wanted)) {
                change(wanted);
            }
        }
        for (StoredTask gone : open.values()) {
            jdbc.update(DONE, now, caller.get().subject(), gone.id());
        }
    }

    /** The database keeps microseconds. */
    private static Map<String, Task> byKey(List<Task> waiting) {
        Map<String, Task> byKey = new LinkedHashMap<>();
        for (Task task : waiting) {
            Task kept = new Task(
                    task.kind(),
                    task.item(),
                    task.arguments(),
                    task.assignee(),
                    micros(task.dueAt()),
                    task.provisional(),
                    micros(task.remindAt()),
                    task.urgent());
            byKey.putIfAbsent(StoredTask.key(kept), kept);
        }
        return byKey;
    }

    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isSame(StoredTask known, StoredTask wanted) {
        return known.task().equals(wanted.task())
                && known.link().equals(wanted.link())
                && known.division().equals(wanted.division());
    }

    private Map<String, StoredTask> open(UUID subject) {
        Map<String, StoredTask> open = new LinkedHashMap<>();
        jdbc.list(OPEN, StoredTask::of, subject).forEach(stored -> open.put(StoredTask.key(stored.task()), stored));
        return open;
    }

    private void open(StoredTask stored) {
        Task task = stored.task();
        Assignee assignee = task.assignee();
        DivisionCode division = stored.division();
        boolean tooLate = task.remindAt() != null && !task.remindAt().isAfter(stored.openedAt());
        int opened = jdbc.update(
                INSERT,
                stored.id(),
                division.value(),
                division.province(),
                division.city(),
                division.district(),
                division.town(),
                stored.subjectType(),
                stored.subject(),
                task.kind(),
                task.item(),
                task.arguments(),
                assignee.key(),
                assignee.account(),
                assignee.roles().isEmpty() ? null : assignee.roles(),
                assignee.unit(),
                assignee.party(),
                assignee.except(),
                assignee.exceptTeams(),
                assignee.exceptUnits(),
                stored.link(),
                task.urgent(),
                task.dueAt(),
                task.provisional(),
                task.remindAt(),
                // the first letter says it all: a second one at the same moment would be noise
                tooLate ? stored.openedAt() : null,
                stored.openedAt());
        if (opened == 1) {
            taskNotices.opened(stored);
        }
    }

    private void change(StoredTask stored) {
        Task task = stored.task();
        DivisionCode division = stored.division();
        jdbc.update(
                UPDATE,
                division.value(),
                division.province(),
                division.city(),
                division.district(),
                division.town(),
                task.arguments(),
                task.assignee().except(),
                task.assignee().exceptTeams(),
                task.assignee().exceptUnits(),
                stored.link(),
                task.urgent(),
                task.dueAt(),
                task.provisional(),
                task.remindAt(),
                task.remindAt(),
                stored.id());
    }
}
