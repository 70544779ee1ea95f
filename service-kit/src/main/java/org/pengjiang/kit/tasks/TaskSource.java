package org.pengjiang.kit.tasks;

import java.util.List;
import java.util.Set;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * What an aggregate waits for, as its state says. Declare an application-scoped bean for each type of aggregate that has
 * tasks. The kit asks it before the commit of every transaction that logged something of that aggregate, opens the tasks
 * that are new and ends those that are gone. Nobody opens or closes a task by hand.
 */
public interface TaskSource<A extends LoggedAggregate> {
    /** {@link LoggedAggregate#subjectType()} of the aggregates it speaks of. */
    String subjectType();

    /** Every kind it may name: each has its texts in {@code tasks.properties} and {@code tasks_zh_CN.properties}. */
    Set<String> kinds();

    /** Path of the subject on this service, such as {@code /v1/notes/…}. */
    String link(A subject);

    /** By state alone, never by the time of the day: nothing asks again when time passes. */
    List<Task> waiting(A subject);

    /**
     * Aggregates of this type that wait for something or somebody else now that {@code other} has changed. Load them for
     * change: their tasks are settled with those of {@code other}.
     */
    default List<A> concernedBy(LoggedAggregate other) {
        return List.of();
    }
}
