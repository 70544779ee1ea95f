package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                              assignee, account, roles, unit, party, except_accounts, link, urgent, due_at, provisional,
                              remind_at, reminded_at, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind, item, assignee) WHERE done_at IS NULL DO NOTHING
            """;
    /** A reminder that went out for another due moment is owed again. */
    private static final String UPDATE = """
            UPDATE task SET division = ?, province = ?, city = ?, district = ?, town = ?, arguments = ?, except_accounts = ?,
                            link = ?, urgent = ?, due_at = ?, provisional = ?,
                            reminded_at = CASE WHEN remind_at IS DISTINCT FROM ? THEN NULL ELSE reminded_at END,
                            remind_at = ?
             WHERE id = ?
            """;

    private static final String DONE = "UPDATE task SET done_at = ?, done_by = ? WHERE id = ?";

    private final DataSource database;
    private final CurrentCaller caller;
    private final TaskNotices taskNotices;

    TaskStore(DataSource database, CurrentCaller caller, TaskNotices taskNotices) {
        this.database = database;
        this.caller = caller;
        this.taskNotices = taskNotices;
    }

    void settle(LoggedAggregate subject, String link, List<Task> waiting, boolean fresh, Instant now) {
        try (Connection connection = database.getConnection()) {
            Map<String, StoredTask> open = fresh ? new HashMap<>() : open(connection, subject.id());
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
                    open(connection, wanted);
                } else if (!isSame(known, wanted)) {
                    change(connection, wanted);
                }
            }
            for (StoredTask gone : open.values()) {
                end(connection, gone.id(), now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tasks of " + subject.id() + " cannot be written", e);
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

    private static Map<String, StoredTask> open(Connection connection, UUID subject) throws SQLException {
        Map<String, StoredTask> open = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setObject(1, subject);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    StoredTask stored = StoredTask.of(row);
                    open.put(StoredTask.key(stored.task()), stored);
                }
            }
        }
        return open;
    }

    private void open(Connection connection, StoredTask stored) throws SQLException {
        Task task = stored.task();
        Assignee assignee = task.assignee();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int i = 1;
            insert.setObject(i++, stored.id());
            i = bind(insert, i, stored.division());
            insert.setString(i++, stored.subjectType());
            insert.setObject(i++, stored.subject());
            insert.setString(i++, task.kind());
            insert.setString(i++, task.item());
            insert.setArray(i++, StoredTask.array(connection, task.arguments()));
            insert.setString(i++, assignee.key());
            insert.setString(i++, assignee.account());
            if (assignee.roles().isEmpty()) {
                insert.setNull(i++, Types.ARRAY);
            } else {
                insert.setArray(i++, StoredTask.array(connection, assignee.roles()));
            }
            insert.setString(i++, assignee.unit());
            insert.setString(i++, assignee.party());
            insert.setArray(i++, StoredTask.array(connection, assignee.except()));
            insert.setString(i++, stored.link());
            insert.setBoolean(i++, task.urgent());
            bind(insert, i++, task.dueAt());
            insert.setBoolean(i++, task.provisional());
            boolean tooLate = task.remindAt() != null && !task.remindAt().isAfter(stored.openedAt());
            bind(insert, i++, task.remindAt());
            // the first letter says it all: a second one at the same moment would be noise
            bind(insert, i++, tooLate ? stored.openedAt() : null);
            bind(insert, i, stored.openedAt());
            if (insert.executeUpdate() == 1) {
                taskNotices.opened(connection, stored);
            }
        }
    }

    private static void change(Connection connection, StoredTask stored) throws SQLException {
        Task task = stored.task();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            int i = bind(update, 1, stored.division());
            update.setArray(i++, StoredTask.array(connection, task.arguments()));
            update.setArray(i++, StoredTask.array(connection, task.assignee().except()));
            update.setString(i++, stored.link());
            update.setBoolean(i++, task.urgent());
            bind(update, i++, task.dueAt());
            update.setBoolean(i++, task.provisional());
            bind(update, i++, task.remindAt());
            bind(update, i++, task.remindAt());
            update.setObject(i, stored.id());
            update.executeUpdate();
        }
    }

    private void end(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            bind(done, 1, now);
            done.setString(2, caller.get().subject());
            done.setObject(3, id);
            done.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, int from, DivisionCode division) throws SQLException {
        statement.setString(from, division.value());
        statement.setString(from + 1, division.province());
        statement.setString(from + 2, division.city().orElse(null));
        statement.setString(from + 3, division.district().orElse(null));
        statement.setString(from + 4, division.town().orElse(null));
        return from + 5;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Instant moment) throws SQLException {
        statement.setObject(
                index,
                moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
