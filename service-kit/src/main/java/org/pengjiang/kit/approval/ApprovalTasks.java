package org.pengjiang.kit.approval;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.kit.tasks.Task;

/** What an open request waits for: each confirmation that is missing, from everybody but those who may not give it. */
final class ApprovalTasks {
    private ApprovalTasks() {}

    static List<Task> of(
            ApprovalRequest open,
            ApprovalKind kind,
            List<String> excluded,
            String task,
            Object item,
            Object... arguments) {
        String[] except = Stream.of(
                        Stream.of(open.proposedBy()),
                        open.confirmations().stream().map(Confirmation::confirmedBy),
                        excluded.stream())
                .flatMap(accounts -> accounts)
                .toArray(String[]::new);
        Instant until = open.deadline().orElse(null);
        return open.outstanding().stream()
                .distinct()
                .map(confirmation ->
                        Task.of(task, item, kind.assignee(confirmation).but(except), arguments))
                .map(one -> until == null ? one : one.due(until, false))
                .toList();
    }
}
