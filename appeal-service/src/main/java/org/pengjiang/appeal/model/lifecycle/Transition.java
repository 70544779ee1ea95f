package org.pengjiang.appeal.model.lifecycle;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the state machine.
 *
 * @param from empty where the appeal is not there yet
 * @param to where it leads; empty when the state stays, several where the rules choose
 * @param capacities who may give it
 * @param guards what else has to hold
 * @param confirmed the command that a second person confirms by this one
 * @param answers the clocks that it answers; what it does to others follows from the state it leads to
 * @param events what it logs, by type: those of one outcome stand beside those of another
 * @param isOffered whether this release has an operation for it; false: the service itself does not do it either
 */
public record Transition(
        AppealCommand command,
        Set<AppealState> from,
        Set<AppealState> to,
        Set<Capacity> capacities,
        Set<Guard> guards,
        @Nullable AppealCommand confirmed,
        Set<ClockType> answers,
        Set<String> events,
        boolean isOffered) {
    public Transition {
        from = Collections.unmodifiableSet(from);
        to = Collections.unmodifiableSet(to);
        capacities = Collections.unmodifiableSet(capacities);
        guards = Collections.unmodifiableSet(guards);
        answers = Collections.unmodifiableSet(answers);
        events = Collections.unmodifiableSet(events);
    }

    public boolean leads(AppealState before, AppealState after) {
        return from.contains(before) && (to.isEmpty() ? before == after : to.contains(after));
    }

    public Optional<AppealCommand> confirms() {
        return Optional.ofNullable(confirmed);
    }

    /** Whether a person can give it. */
    public boolean isForPeople() {
        return capacities.stream().anyMatch(actor -> actor != Capacity.SYSTEM);
    }

    boolean isFor(Set<Capacity> some) {
        return !Collections.disjoint(capacities, some);
    }
}
