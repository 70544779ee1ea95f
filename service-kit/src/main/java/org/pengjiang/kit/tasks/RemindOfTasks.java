package org.pengjiang.kit.tasks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Queues a letter for every open task whose reminder has come. Replicas pass over each other's rows; a row and its letter
 * are written together, so a reminder is made once whoever is killed.
 */
@ApplicationScoped
class RemindOfTasks implements PeriodicJob {
    private static final int BATCH = 100;
    private static final String DUE = """
            SELECT %s FROM task WHERE done_at IS NULL AND reminded_at IS NULL AND remind_at <= ?
             ORDER BY remind_at LIMIT %d FOR UPDATE SKIP LOCKED
            """.formatted(TaskRow.COLUMNS, BATCH);

    private final DataSource database;
    private final TaskLetters letters;
    private final Clock clock;
    private final Period every;

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
            reminded = QuarkusTransaction.requiringNew().call(this::remind);
        } while (reminded == BATCH);
    }

    int remind() throws SQLException {
        OffsetDateTime now = OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            List<TaskRow> due = due(connection, now);
            for (TaskRow task : due) {
                letters.due(connection, task);
                try (PreparedStatement mark =
                        connection.prepareStatement("UPDATE task SET reminded_at = ? WHERE id = ?")) {
                    mark.setObject(1, now);
                    mark.setObject(2, task.id());
                    mark.executeUpdate();
                }
            }
            return due.size();
        }
    }

    private static List<TaskRow> due(Connection connection, OffsetDateTime now) throws SQLException {
        List<TaskRow> due = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setObject(1, now);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(TaskRow.of(row));
                }
            }
        }
        return due;
    }
}
