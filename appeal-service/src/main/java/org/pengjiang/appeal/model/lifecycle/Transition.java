package org.pengjiang.appeal.model.lifecycle;

import java.util.Set;

/**
 * One row of the state machine.
 *
 * @param to where it leads; empty when the state stays, several where the rules choose
 */
public record Transition(AppealCommand command, Set<AppealState> from, Set<AppealState> to, Set<Capacity> capacities) {
    public Transition {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        capacities = Set.copyOf(capacities);
    }

    public boolean leads(AppealState before, AppealState after) {
        return from.contains(before) && (to.isEmpty() ? before == after : to.contains(after));
    }

    /** Whether a person can give it. */
    public boolean isForPeople() {
        return capacities.stream().anyMatch(actor -> actor != Capacity.SYSTEM);
    }
}
