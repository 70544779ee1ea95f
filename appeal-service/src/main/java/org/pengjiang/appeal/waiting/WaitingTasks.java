package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** What has to be done while an appeal waits or is to wait, beside what its state waits for. */
@ApplicationScoped
class WaitingTasks implements PartTasks {
    private static final String PASS_ON = "question-to-pass-on";
    private static final String DECIDE = "suspension-to-decide";
    private static final String CONFIRM = "suspension-to-confirm";

    private final Questions questions;
    private final Suspensions suspensions;
    private final Handlers handlers;

    WaitingTasks(Questions questions, Suspensions suspensions, Handlers handlers) {
        this.questions = questions;
        this.suspensions = suspensions;
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PASS_ON, DECIDE, CONFIRM);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        return switch (appeal.state()) {
            case WAIT_ENTERPRISE ->
                questions.open(appeal).map(asked -> passOn(appeal, asked)).orElse(List.of());
            case IN_PROGRESS ->
                suspensions.open(appeal).map(asked -> decide(appeal, asked)).stream()
                        .toList();
            case SUSPENDED ->
                suspensions
                        .lasting(appeal)
                        .filter(Suspension::isReviewAsked)
                        .map(lasting -> confirm(appeal, lasting))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /** Whoever has no account is told of a question by those who ask it. */
    private List<Task> passOn(Appeal appeal, Question question) {
        return appeal.filing().enterprise() != null
                ? List.of()
                : handlers.handling(appeal).stream()
                        .map(who -> due(Task.of(PASS_ON, question.seq(), who, appeal.no()), questions.window(appeal)))
                        .toList();
    }

    private static Task decide(Appeal appeal, Suspension asked) {
        Assignee supervision = Assignee.role(Roles.SUPERVISOR).but(asked.askedBy());
        return due(Task.of(DECIDE, asked.seq(), supervision, appeal.no()), appeal.clock(ClockType.RESOLVE));
    }

    private List<Task> confirm(Appeal appeal, Suspension lasting) {
        return Stream.concat(handlers.heading(appeal).stream(), Stream.of(Assignee.role(Roles.SUPERVISOR)))
                .map(who -> due(Task.of(CONFIRM, lasting.seq(), who, appeal.no()), suspensions.review(appeal)))
                .toList();
    }

    private static Task due(Task task, Optional<SlaClock> clock) {
        return clock.flatMap(SlaClock::dueAt)
                .map(due -> task.due(due, clock.get().isProvisional()))
                .orElse(task);
    }
}
