package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.evaluation.RatingVerification;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** The supervision may look at a bad rating. */
@ApplicationScoped
class VerificationTasks implements PartTasks {
    private static final String KIND = "rating-to-verify";

    private final Verifications verifications;

    VerificationTasks(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        return verifications.waiting(appeal).stream()
                .map(open -> task(appeal, open))
                .toList();
    }

    private static Task task(Appeal appeal, RatingVerification open) {
        SlaClock clock = appeal.clock(open.clockId()).orElseThrow();
        Task task = Task.of(KIND, open.round(), Assignee.role(Roles.SUPERVISOR), appeal.no());
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }
}
