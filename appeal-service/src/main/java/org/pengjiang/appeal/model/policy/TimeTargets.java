package org.pengjiang.appeal.model.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.TargetUnit;

/** The targets of one class and category, by clock. */
record TimeTargets(Map<ClockType, List<TimeTarget>> targets) {
    TimeTargets {
        targets = Map.copyOf(targets);
    }

    static TimeTargets of(TimePolicy policy, TimeClass timeClass, String category) {
        Map<ClockType, List<TimeTarget>> targets = new EnumMap<>(ClockType.class);
        for (ClockType clock : ClockType.values()) {
            targets.put(clock, policy.targets(timeClass, clock, category));
        }
        return new TimeTargets(targets);
    }

    List<TimeTarget> of(ClockType clock) {
        return targets.getOrDefault(clock, List.of());
    }

    /**
     * What a clock that starts at this moment is held against: the target that is due first, its own or that of the harder
     * promise. Empty where the policy says nothing of it.
     */
    Optional<PromisedTarget> promise(ClockType clock, CalendarVersion calendar, Instant start) {
        Optional<PromisedTarget> harder = clock.harder().flatMap(above -> promise(above, calendar, start));
        return promise(clock, calendar, start, harder);
    }

    /** @param harder what this one is cut to where it would be due later */
    Optional<PromisedTarget> promise(
            ClockType clock, CalendarVersion calendar, Instant start, Optional<PromisedTarget> harder) {
        Optional<PromisedTarget> own = own(clock, calendar, start);
        return own.map(promised -> harder.filter(above -> above.isDueBefore(promised))
                .map(above -> new PromisedTarget(clock, above.binding(), of(clock), above.deadline()))
                .orElse(promised));
    }

    private Optional<PromisedTarget> own(ClockType clock, CalendarVersion calendar, Instant start) {
        TimeTarget first = null;
        Deadline deadline = null;
        for (TimeTarget target : of(clock)) {
            Deadline due = target.due(calendar, start);
            if (deadline == null || due.dueAt().isBefore(deadline.dueAt())) {
                first = target;
                deadline = due;
            }
        }
        if (first == null || deadline == null) {
            return Optional.empty();
        }
        List<TimeTarget> others = new ArrayList<>(of(clock));
        others.remove(first);
        return Optional.of(new PromisedTarget(clock, first, others, deadline));
    }

    /** Minutes that pass day and night say the same from every start. */
    boolean isSameFromEveryStart() {
        return targets.values().stream()
                .flatMap(List::stream)
                .filter(target -> target.clock() != ClockType.EVALUATION)
                .allMatch(target -> target.target().unit() == TargetUnit.NATURAL_MINUTES
                        && !target.target().rollForward());
    }
}
