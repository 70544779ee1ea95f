package org.pengjiang.appeal.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.evaluation.Callback;
import org.pengjiang.appeal.model.evaluation.CallbackOccasion;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** Call-back has to call. */
@ApplicationScoped
class CallbackTasks implements PartTasks {
    /** Whoever has no account is told the answer and asked to rate it. */
    private static final String RATING = "rating-to-ask-for";

    private static final String CALL = "appeal-to-call-back";

    private final Callbacks callbacks;
    private final Evaluation evaluation;

    CallbackTasks(Callbacks callbacks, Evaluation evaluation) {
        this.callbacks = callbacks;
        this.evaluation = evaluation;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RATING, CALL);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        return callbacks
                .waiting(appeal)
                .map(open -> appeal.clock(open.clockId()).filter(SlaClock::isWaiting).stream()
                        .map(clock -> due(task(kind(open), open.round(), appeal), clock))
                        .toList())
                .orElseGet(() -> evaluation.isToBeAskedByPhone(appeal)
                        ? List.of(task(RATING, appeal.round(), appeal))
                        : List.of());
    }

    private static String kind(Callback open) {
        return open.occasion() == CallbackOccasion.NO_ACCOUNT ? RATING : CALL;
    }

    private static Task task(String kind, int round, Appeal appeal) {
        return Task.of(kind, round, Assignee.role(Roles.CALLBACK_OFFICER), appeal.no());
    }

    private static Task due(Task task, SlaClock clock) {
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }
}
