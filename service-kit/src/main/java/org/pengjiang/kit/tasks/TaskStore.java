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
    private static final String OPEN = "SELECT " + TaskRow.COLUMNS + " FROM task WHERE subject = ? AND done_at IS NULL";
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

    void settle(LoggedAggregate subject, String link, List<Todo> waiting, boolean fresh, Instant now) {
        try (Connection connection = database.getConnection()) {
            Map<String, TaskRow> open = fresh ? new HashMap<>() : open(connection, subject.id());
            for (Todo todo : byKey(waiting).values()) {
                TaskRow known = open.remove(TaskRow.key(todo));
                TaskRow wanted = new TaskRow(
                        known == null ? Ids.next() : known.id(),
                        subject.division(),
                        subject.subjectType(),
                        subject.id(),
                        link,
                        todo,
                        now,
                        null);
                if (known == null) {
                    open(connection, wanted);
                } else if (!isSame(known, wanted)) {
                    change(connection, wanted);
                }
            }
            for (TaskRow gone : open.values()) {
                end(connection, gone.id(), now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tasks of " + subject.id() + " cannot be written", e);
        }
    }

    /** The database keeps microseconds. */
    private static Map<String, Todo> byKey(List<Todo> waiting) {
        Map<String, Todo> byKey = new LinkedHashMap<>();
        for (Todo todo : waiting) {
            Todo kept = new Todo(
                    todo.kind(),
                    todo.item(),
                    todo.arguments(),
                    todo.assignee(),
                    micros(todo.dueAt()),
                    todo.provisional(),
                    micros(todo.remindAt()),
                    todo.urgent());
            byKey.putIfAbsent(TaskRow.key(kept), kept);
        }
        return byKey;
    }

    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isSame(TaskRow known, TaskRow wanted) {
        return known.todo().equals(wanted.todo())
                && known.link().equals(wanted.link())
                && known.division().equals(wanted.division());
    }

    private static Map<String, TaskRow> open(Connection connection, UUID subject) throws SQLException {
        Map<String, TaskRow> open = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setObject(1, subject);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    TaskRow task = TaskRow.of(row);
                    open.put(TaskRow.key(task.todo()), task);
                }
            }
        }
        return open;
    }

    private void open(Connection connection, TaskRow task) throws SQLException {
        Todo todo = task.todo();
        Assignee assignee = todo.assignee();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int i = 1;
            insert.setObject(i++, task.id());
            i = bind(insert, i, task.division());
            insert.setString(i++, task.subjectType());
            insert.setObject(i++, task.subject());
            insert.setString(i++, todo.kind());
            insert.setString(i++, todo.item());
            insert.setArray(i++, TaskRow.array(connection, todo.arguments()));
            insert.setString(i++, assignee.key());
            insert.setString(i++, assignee.account());
            if (assignee.roles().isEmpty()) {
                insert.setNull(i++, Types.ARRAY);
            } else {
                insert.setArray(i++, TaskRow.array(connection, assignee.roles()));
            }
            insert.setString(i++, assignee.unit());
            insert.setString(i++, assignee.party());
            insert.setArray(i++, TaskRow.array(connection, assignee.except()));
            insert.setString(i++, task.link());
            insert.setBoolean(i++, todo.urgent());
            bind(insert, i++, todo.dueAt());
            insert.setBoolean(i++, todo.provisional());
            boolean tooLate = todo.remindAt() != null && !todo.remindAt().isAfter(task.openedAt());
            bind(insert, i++, todo.remindAt());
            // the first letter says it all: a second one at the same moment would be noise
            bind(insert, i++, tooLate ? task.openedAt() : null);
            bind(insert, i, task.openedAt());
            if (insert.executeUpdate() == 1) {
                taskNotices.opened(connection, task);
            }
        }
    }

    private static void change(Connection connection, TaskRow task) throws SQLException {
        Todo todo = task.todo();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            int i = bind(update, 1, task.division());
            update.setArray(i++, TaskRow.array(connection, todo.arguments()));
            update.setArray(i++, TaskRow.array(connection, todo.assignee().except()));
            update.setString(i++, task.link());
            update.setBoolean(i++, todo.urgent());
            bind(update, i++, todo.dueAt());
            update.setBoolean(i++, todo.provisional());
            bind(update, i++, todo.remindAt());
            bind(update, i++, todo.remindAt());
            update.setObject(i, task.id());
            update.executeUpdate();
        }
    }

    private void end(Connection connection, UUID task, Instant now) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            bind(done, 1, now);
            done.setString(2, caller.get().subject());
            done.setObject(3, task);
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
