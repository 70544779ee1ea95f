package org.pengjiang.kit.due;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * What somebody owes to an aggregate, read off its state. Declare an application-scoped bean for each type of aggregate that
 * has dues. The kit asks it before the commit of every transaction that logged something of that aggregate, stores what is
 * new, moves what has moved and closes what is gone. A sweep then tells it of every level that is reached, each once.
 */
public interface DueSource<A extends LoggedAggregate> {
    /** {@link LoggedAggregate#subjectType()} of the aggregates it speaks of. */
    String subjectType();

    /** Every kind it may name: each has its title in {@code tasks.properties} and {@code tasks_zh_CN.properties}. */
    Set<String> kinds();

    /** Path of the subject on this service, such as {@code /v1/notes/…}. */
    String link(A subject);

    /** By state alone, never by the time of the day. The moments do not count pauses: see {@link #afterPauses}. */
    List<Due> open(A subject);

    /** Loads the aggregate and locks its row, as a command does. */
    A forChange(DivisionScope scope, UUID id);

    /**
     * A level is reached. Runs in the transaction that notes it, so what is written here happens once; log an event that is
     * not decisive, unless it ends something that commands are decided on. An exception undoes both, and the level is tried again later.
     */
    void reached(A subject, Due due, Due.Level level);

    /** An aggregate, as a query finds it. */
    record Subject(UUID id, DivisionCode division) {}

    /**
     * Aggregates that owe something of which no due is stored, so many at most: what began before this source was there. Their rows
     * are locked, and rows that others hold are left to them ({@code SKIP LOCKED}). Asked with every round, so it needs an index.
     *
     * @param except those that failed a moment ago
     */
    default List<Subject> withoutDues(int most, Collection<UUID> except) {
        return List.of();
    }

    /**
     * Where a moment lies after these pauses, each of which began before it had come: by default later by their length. Overridden
     * where working time counts.
     */
    default Instant afterPauses(A subject, Instant moment, List<Pause> pauses) {
        return moment.plus(pauses.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus));
    }
}
