package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** Plans that are owed, reports to the enterprise, and extensions to decide. */
@ApplicationScoped
class PlanningTasks implements PartTasks {
    private static final String PLAN = "plan-to-hand-in";
    private static final String UPDATE = "enterprise-to-inform";
    private static final String DECIDE = "extension-to-decide";

    private final Extensions extensions;
    private final Handlers handlers;

    PlanningTasks(Extensions extensions, Handlers handlers) {
        this.extensions = extensions;
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PLAN, UPDATE, DECIDE);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        if (appeal.state() != AppealState.IN_PROGRESS || !appeal.progress().isReached()) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        waiting(appeal, ClockType.PLAN).ifPresent(clock -> tasks.addAll(ofHandler(PLAN, appeal, clock)));
        waiting(appeal, ClockType.NEXT_UPDATE)
                .filter(clock -> isFirst(clock, appeal))
                .ifPresent(clock -> tasks.addAll(ofHandler(UPDATE, appeal, clock)));
        extensions.open(appeal).ifPresent(asked -> tasks.add(decide(appeal, asked)));
        return tasks;
    }

    private static Optional<SlaClock> waiting(Appeal appeal, ClockType type) {
        return appeal.clock(type).filter(SlaClock::isWaiting);
    }

    /** Whoever replies sooner informs the enterprise by that. */
    private static boolean isFirst(SlaClock update, Appeal appeal) {
        Instant reply = appeal.clock(ClockType.RESOLVE).flatMap(SlaClock::dueAt).orElse(Instant.MAX);
        return update.dueAt().filter(reply::isAfter).isPresent();
    }

    private List<Task> ofHandler(String kind, Appeal appeal, SlaClock clock) {
        return handlers.handling(appeal).stream()
                .map(who -> due(Task.of(kind, appeal.round(), who, appeal.no()), clock))
                .toList();
    }

    /** Past the latest reply the leader decides. */
    private static Task decide(Appeal appeal, Extension asked) {
        Assignee decides = Assignee.role(asked.isPastLimit() ? Roles.LEADER : Roles.SUPERVISOR)
                .but(asked.askedBy());
        Task task = Task.of(DECIDE, asked.seq(), decides, appeal.no());
        return appeal.clock(ClockType.RESOLVE).map(clock -> due(task, clock)).orElse(task);
    }

    private static Task due(Task task, SlaClock clock) {
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }
}
