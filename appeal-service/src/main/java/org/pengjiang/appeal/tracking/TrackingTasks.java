package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** A plan waits for the leader, each milestone for the handler, and once a quarter for the supervision. */
@ApplicationScoped
class TrackingTasks implements PartTasks {
    private static final String DECIDE = "tracking-to-decide";
    private static final String MEET = "milestone-to-meet";
    private static final String FINISH = "tracking-to-finish";
    private static final String REVIEW = "tracking-to-review";

    private final Trackings trackings;
    private final Handlers handlers;

    TrackingTasks(Trackings trackings, Handlers handlers) {
        this.trackings = trackings;
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DECIDE, MEET, FINISH, REVIEW);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        return appeal.state() == AppealState.TRACKING ? tracked(appeal) : proposed(appeal);
    }

    /** Due as the answer is, or as long as the enterprise may rate. */
    private List<Task> proposed(Appeal appeal) {
        ClockType until = appeal.state() == AppealState.REPLIED ? ClockType.EVALUATION : ClockType.RESOLVE;
        return trackings.waiting(appeal).stream()
                .map(plan -> due(
                        Task.of(DECIDE, plan.seq(), Assignee.role(Roles.LEADER).but(plan.askedBy()), appeal.no()),
                        appeal.clock(until)))
                .toList();
    }

    private List<Task> tracked(Appeal appeal) {
        List<Assignee> handling = handlers.handling(appeal);
        List<Task> tasks = new ArrayList<>();
        trackings.milestones(appeal).stream()
                .filter(Milestone::isOpen)
                .flatMap(milestone -> handling.stream().map(who -> milestone(appeal, milestone, who)))
                .forEach(tasks::add);
        if (tasks.isEmpty()) {
            handling.forEach(who -> tasks.add(
                    due(Task.of(FINISH, appeal.round(), who, appeal.no()), appeal.clock(ClockType.NEXT_UPDATE))));
        }
        appeal.clock(ClockType.TRACKING_REVIEW)
                .filter(SlaClock::hasRunOut)
                .filter(SlaClock::isWaiting)
                .ifPresent(clock -> tasks.add(due(
                        Task.of(REVIEW, clock.id(), Assignee.role(Roles.SUPERVISOR), appeal.no()),
                        Optional.of(clock))));
        return tasks;
    }

    private static Task milestone(Appeal appeal, Milestone milestone, Assignee who) {
        return due(
                Task.of(MEET, milestone.seq(), who, appeal.no(), milestone.seq()),
                milestone.clockId().flatMap(appeal::clock));
    }

    private static Task due(Task task, Optional<SlaClock> clock) {
        return Stream.of(clock)
                .flatMap(Optional::stream)
                .filter(running -> running.dueAt().isPresent())
                .findFirst()
                .map(running -> task.due(running.dueAt().orElseThrow(), running.isProvisional()))
                .orElse(task);
    }
}
