package org.pengjiang.kit.approval;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/**
 * What approval requests wait for, in the words of a service's {@link org.pengjiang.kit.tasks.TaskSource} and
 * {@link org.pengjiang.kit.due.DueSource}.
 */
public final class ApprovalTasks {
    private ApprovalTasks() {}

    /**
     * Each confirmation that an open request misses, from everybody but those who may not give it; none when it is closed. Two
     * confirmations of the same name make one task.
     *
     * @param now who is excluded beside those whom the request itself names
     */
    public static List<Task> of(
            ApprovalRequest request, ApprovalKind kind, Exclusion now, String task, Object item, Object... arguments) {
        request.requireKind(kind);
        if (!request.isOpen()) {
            return List.of();
        }
        Exclusion excluded = request.excluded().and(now);
        String[] accounts = Stream.of(
                        Stream.of(request.proposedBy()),
                        request.confirmations().stream().map(Confirmation::confirmedBy),
                        excluded.persons().stream())
                .flatMap(some -> some)
                .toArray(String[]::new);
        Instant until = request.deadline().orElse(null);
        return request.outstanding().stream()
                .distinct()
                .map(confirmation -> kind.assignee(confirmation).but(accounts).butTeams(excluded.teams()))
                .map(assignee -> Task.of(task, item, assignee, arguments))
                .map(todo -> until == null ? todo : todo.due(until, false))
                .toList();
    }

    /**
     * Those of a confirmed request that a confirmation is not accepted of any more: whoever could give it to
     * {@link ApprovalRequest#askedAgain}. None as long as all are accepted.
     */
    public static List<Task> again(
            ApprovalRequest request, ApprovalKind kind, Exclusion now, String task, Object item, Object... arguments) {
        return request.isConfirmed() && !request.tainted(now).isEmpty()
                ? of(request.askedAgain(kind, request.proposedAt()), kind, now, task, item, arguments)
                : List.of();
    }

    /** What an open request with a deadline owes: a decision. When the due is overdue, end it with {@link ApprovalRequest#expire}. */
    public static List<Due> dues(
            ApprovalRequest request, ApprovalKind kind, String task, Object item, Object... arguments) {
        request.requireKind(kind);
        return request.isOpen()
                ? request.deadline().stream()
                        .map(until -> Due.of(task, item, anyOf(request, kind), request.proposedAt(), until, arguments))
                        .toList()
                : List.of();
    }

    private static Assignee anyOf(ApprovalRequest request, ApprovalKind kind) {
        return kind.assignee(request.outstanding().getFirst());
    }
}
