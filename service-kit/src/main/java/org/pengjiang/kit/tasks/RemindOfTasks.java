package org.pengjiang.kit.tasks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Queues a letter for every open task whose reminder has come. Replicas pass over each other's rows; a row and its letter
 * are written together, so a reminder is made once whoever is killed.
 */
@ApplicationScoped
class RemindOfTasks implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(RemindOfTasks.class);
    private static final long ALONE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int BATCH = 100;
    private static final String DUE = """
            SELECT %s FROM task WHERE done_at IS NULL AND reminded_at IS NULL AND remind_at <= ? AND id <> ALL (?)
             ORDER BY remind_at LIMIT %d FOR UPDATE SKIP LOCKED
            """.formatted(TaskRow.COLUMNS, BATCH);

    private final DataSource database;
    private final TaskLetters letters;
    private final Clock clock;
    private final Period every;
    private final Map<UUID, Long> leftAlone = new ConcurrentHashMap<>();

    RemindOfTasks(
            DataSource database,
            TaskLetters letters,
            Clock clock,
            @ConfigProperty(name = "suite.tasks.remind-every") Period every) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "task-reminders";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        int reminded;
        do {
            SupervisedLoop.progress();
            reminded = batch();
        } while (reminded == BATCH);
    }

    /** A task that cannot be reminded of is left alone for a while, so that the others of its batch do not wait for it. */
    private int batch() {
        try {
            return QuarkusTransaction.requiringNew().call(this::remind);
        } catch (ReminderFailed failure) {
            LOG.errorf(failure.getCause(), "task %s cannot be reminded of and is left alone for a while", failure.task);
            leftAlone.put(failure.task, System.nanoTime() + ALONE_NANOS);
            return BATCH;
        }
    }

    int remind() throws SQLException {
        OffsetDateTime now = OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            List<TaskRow> due = due(connection, now);
            for (TaskRow task : due) {
                remind(connection, task, now);
            }
            return due.size();
        }
    }

    private void remind(Connection connection, TaskRow task, OffsetDateTime now) {
        try {
            letters.due(connection, task);
            try (PreparedStatement mark = connection.prepareStatement("UPDATE task SET reminded_at = ? WHERE id = ?")) {
                mark.setObject(1, now);
                mark.setObject(2, task.id());
                mark.executeUpdate();
            }
        } catch (SQLException | RuntimeException e) {
            throw new ReminderFailed(task.id(), e);
        }
    }

    private static final class ReminderFailed extends RuntimeException {
        private final UUID task;

        ReminderFailed(UUID task, Exception cause) {
            super(cause);
            this.task = task;
        }
    }

    private Object[] leftAlone() {
        long now = System.nanoTime();
        leftAlone.values().removeIf(until -> until - now < 0);
        return leftAlone.keySet().toArray();
    }

    private List<TaskRow> due(Connection connection, OffsetDateTime now) throws SQLException {
        List<TaskRow> due = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setObject(1, now);
            query.setArray(2, connection.createArrayOf("uuid", leftAlone()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(TaskRow.of(row));
                }
            }
        }
        return due;
    }
}
