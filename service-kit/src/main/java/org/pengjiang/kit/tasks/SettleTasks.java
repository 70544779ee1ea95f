package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.pengjiang.kit.log.BeforeCommit;
import org.pengjiang.kit.log.LoggedAggregate;

/** Brings the tasks of every aggregate that a transaction changed in line with its state. */
@ApplicationScoped
class SettleTasks implements BeforeCommit {
    private final TaskSources sources;
    private final TaskStore store;

    SettleTasks(TaskSources sources, TaskStore store) {
        this.sources = sources;
        this.store = store;
    }

    @Override
    public boolean concerns(String subjectType) {
        return sources.of(subjectType).isPresent();
    }

    @Override
    public List<? extends LoggedAggregate> concernedBy(LoggedAggregate changed) {
        return sources.all().stream()
                .flatMap(source -> source.concernedBy(changed).stream())
                .toList();
    }

    @Override
    public void settle(LoggedAggregate subject, boolean fresh, Instant now) {
        TaskSource<LoggedAggregate> source = sources.of(subject.subjectType()).orElseThrow();
        List<Task> waiting = source.waiting(subject);
        waiting.stream()
                .filter(task -> !source.kinds().contains(task.kind()))
                .findFirst()
                .ifPresent(task -> {
                    throw new IllegalStateException(
                            "tasks of a " + subject.subjectType() + " are of a declared kind, not " + task.kind());
                });
        if (!fresh || !waiting.isEmpty()) {
            store.settle(subject, source.link(subject), waiting, fresh, now);
        }
    }
}
