package org.pengjiang.appeal.model.policy;

import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.Deadline;

/**
 * What a clock is started by.
 *
 * @param binding the target that is due first; that of a harder promise where the own ones would be due later
 * @param others the own targets that do not bind
 */
public record PromisedTarget(ClockType clock, TimeTarget binding, List<TimeTarget> others, Deadline deadline) {
    /** The harder promise whose target binds; empty where an own one does. */
    public Optional<ClockType> cutTo() {
        return binding.clock() == clock ? Optional.empty() : Optional.of(binding.clock());
    }

    boolean isDueBefore(PromisedTarget other) {
        return deadline.dueAt().isBefore(other.deadline.dueAt());
    }
}
