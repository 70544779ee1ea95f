package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.notices.Notice;
import org.pengjiang.kit.notices.Notices;
import org.pengjiang.kit.notices.Recipient;

/**
 * The letters about a task: one to each whom it waits for when it opens, and one when its reminder comes. Where units are excepted,
 * a letter to a role or an account may reach their people: it says that a task waits, and not of what.
 */
@ApplicationScoped
class TaskNotices {
    static final String UNNAMED = "task-waits";
    private static final String MY_TASKS = "/v1/tasks?mine";

    private final Notices notices;
    private final CurrentCaller caller;

    TaskNotices(Notices notices, CurrentCaller caller) {
        this.notices = notices;
        this.caller = caller;
    }

    void opened(StoredTask stored) {
        // an account that has just opened a task for itself knows of it
        if (!caller.get().subject().equals(stored.task().assignee().account())) {
            queue(stored, Notice.ASSIGNED, Notice.ASSIGNED);
        }
    }

    /** The occasion names the moment, so that a task whose due moment moved is reminded of once more. */
    void due(StoredTask stored) {
        String moment = Objects.requireNonNull(stored.task().remindAt()).toString();
        queue(stored, Notice.REMINDED, Notice.REMINDED + " " + moment);
    }

    private void queue(StoredTask stored, String reason, String occasion) {
        Task task = stored.task();
        for (Recipient recipient : recipients(task.assignee())) {
            boolean named = task.assignee().exceptUnits().isEmpty()
                    || recipient.kind() == Recipient.Kind.UNIT
                    || recipient.kind() == Recipient.Kind.PARTY;
            notices.queue(
                    new Notice(
                            stored.id(),
                            occasion,
                            stored.id(),
                            stored.division(),
                            stored.subjectType(),
                            stored.subject(),
                            reason,
                            named ? task.kind() : UNNAMED,
                            named ? task.arguments() : List.of(),
                            named ? stored.link() : MY_TASKS,
                            task.dueAt(),
                            task.provisional(),
                            task.urgent()),
                    recipient);
        }
    }

    private static List<Recipient> recipients(Assignee assignee) {
        if (assignee.account() != null) {
            return List.of(Recipient.account(assignee.account()));
        }
        if (assignee.party() != null) {
            return List.of(Recipient.party(assignee.party()));
        }
        return assignee.unit() != null
                ? List.of(Recipient.unit(assignee.unit()))
                : assignee.roles().stream().map(Recipient::role).toList();
    }
}
