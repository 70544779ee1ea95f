package org.pengjiang.kit.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody, as the present state of an aggregate has it.
 *
 * @param kind such as {@code to-confirm}: a key of the service's {@code tasks.properties}
 * @param item tells several of one kind apart
 * @param arguments for the title: numbers and codes; one that starts with {@code @} is itself a key of the texts. Never a
 *     name, a phone, or a text that somebody wrote
 * @param remindAt when to say it once more, if it is still open; ignored when it has passed already
 * @param urgent whether letters go out outside working time too
 */
public record Task(
        String kind,
        String item,
        List<String> arguments,
        Assignee assignee,
        @Nullable Instant dueAt,
        boolean provisional,
        @Nullable Instant remindAt,
        boolean urgent) {

    public static Task of(String kind, Object item, Assignee assignee, Object... arguments) {
        List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
        return new Task(kind, String.valueOf(item), texts, assignee, null, false, null, false);
    }

    public Task due(Instant at, boolean isProvisional) {
        return new Task(kind, item, arguments, assignee, at, isProvisional, remindAt, urgent);
    }

    public Task assignedTo(Assignee other) {
        return new Task(kind, item, arguments, other, dueAt, provisional, remindAt, urgent);
    }

    public Task remindAt(Instant at) {
        return new Task(kind, item, arguments, assignee, dueAt, provisional, at, urgent);
    }

    public Task urgent(boolean isUrgent) {
        return new Task(kind, item, arguments, assignee, dueAt, provisional, remindAt, isUrgent);
    }
}
