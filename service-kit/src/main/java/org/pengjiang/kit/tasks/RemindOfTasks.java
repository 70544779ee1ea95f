package org.pengjiang.kit.tasks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Queues a letter for every open task whose reminder has come. Replicas skip the rows of each other. The row and its
 * letter are written together, so a crash makes no second reminder. A task whose reminder fails is left alone for a while
 * and holds up no other task.
 */
@ApplicationScoped
class RemindOfTasks implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(RemindOfTasks.class);
    private static final int BATCH = 100;
    private static final String DUE = """
            SELECT id FROM task
             WHERE done_at IS NULL AND reminded_at IS NULL AND remind_at <= ? AND id <> ALL (?)
             ORDER BY remind_at LIMIT %d""".formatted(BATCH);
    private static final String LOCK = """
            SELECT %s FROM task WHERE id = ? AND done_at IS NULL AND reminded_at IS NULL FOR UPDATE SKIP LOCKED
            """.formatted(StoredTask.COLUMNS);

    private final Jdbc jdbc;
    private final TaskNotices taskNotices;
    private final Clock clock;
    private final Period every;
    private final RareStacks stacks = new RareStacks();
    private final SetAside setAside = new SetAside(System::nanoTime);

    RemindOfTasks(
            DataSource database,
            TaskNotices taskNotices,
            Clock clock,
            @ConfigProperty(name = "suite.tasks.remind-every") Period every) {
        this.jdbc = Jdbc.of(database);
        this.taskNotices = taskNotices;
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
        SetAside.Round leftAlone = setAside.round();
        while (SupervisedLoop.goesOn() && batch(leftAlone) == BATCH) {
            // as long as there is a whole batch
        }
    }

    /** Normally in one transaction; when that fails, each task in its own, to find out which one it is. */
    private int batch(SetAside.Round leftAlone) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> remindAll(leftAlone));
        } catch (RuntimeException e) {
            LOG.debug("reminders are made one by one, because one of a batch failed", e);
        }
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> due("", leftAlone));
        for (UUID task : due) {
            try {
                QuarkusTransaction.requiringNew().call(() -> remind(task));
            } catch (RuntimeException e) {
                LOG.errorf(
                        stacks.due(e),
                        "the reminder of task %s fails; it is left alone for a while: %s",
                        task,
                        DatabaseFailure.describe(e));
                leftAlone.add(task);
            }
        }
        return due.size();
    }

    private int remindAll(SetAside.Round leftAlone) {
        List<UUID> due = due(" FOR UPDATE SKIP LOCKED", leftAlone);
        due.forEach(this::remind);
        return due.size();
    }

    private List<UUID> due(String lock, SetAside.Round leftAlone) {
        return jdbc.list(DUE + lock, row -> row.getObject(1, UUID.class), Instant.now(clock), leftAlone.ids());
    }

    /** False when another replica has it. */
    private boolean remind(UUID id) {
        StoredTask task = jdbc.first(LOCK, StoredTask::of, id).orElse(null);
        if (task == null) {
            return false;
        }
        taskNotices.due(task);
        return jdbc.update("UPDATE task SET reminded_at = ? WHERE id = ?", Instant.now(clock), id) == 1;
    }
}
