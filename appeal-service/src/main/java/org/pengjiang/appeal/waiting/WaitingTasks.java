package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Task;

/** What has to be done while an appeal waits, beside what its state waits for. */
@ApplicationScoped
class WaitingTasks implements PartTasks {
    private static final String PASS_ON = "question-to-pass-on";

    private final Questions questions;
    private final Handlers handlers;

    WaitingTasks(Questions questions, Handlers handlers) {
        this.questions = questions;
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PASS_ON);
    }

    /** Whoever has no account is told of a question by those who ask it. */
    @Override
    public List<Task> waiting(Appeal appeal) {
        return appeal.filing().enterprise() == null
                ? questions.open(appeal).stream()
                        .flatMap(question -> passOn(appeal, question).stream())
                        .toList()
                : List.of();
    }

    private List<Task> passOn(Appeal appeal, Question question) {
        return handlers.handling(appeal).stream()
                .map(assignee -> due(
                        Task.of(PASS_ON, question.seq(), assignee, appeal.no()),
                        questions.window(appeal).orElseThrow()))
                .toList();
    }

    private static Task due(Task task, SlaClock clock) {
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }
}
