package org.pengjiang.appeal.model.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;

/**
 * How fast things have to go: versioned data, of which every clock keeps the version it was started with.
 *
 * @param assumption true while the district has not confirmed it
 */
public record TimePolicy(
        String version,
        LocalDate validFrom,
        String note,
        @Nullable String documentNo,
        boolean assumption,
        List<TimeTarget> targets) {
    public TimePolicy {
        targets = List.copyOf(targets);
    }

    /**
     * What a clock that starts at this moment is held against: the target that is due first, its own or that of the harder
     * promise. Empty where the policy says nothing of it.
     */
    public Optional<PromisedTarget> promise(
            TimeClass timeClass, ClockType clock, String category, CalendarVersion calendar, Instant start) {
        return TimeTargets.of(this, timeClass, category).promise(clock, calendar, start);
    }

    /** The targets of a clock, of which the earliest due binds; a statute of the category goes before its class. */
    public List<TimeTarget> targets(TimeClass timeClass, ClockType clock, String category) {
        List<TimeTarget> ofClass = targets.stream()
                .filter(target -> target.timeClass() == timeClass && target.clock() == clock)
                .toList();
        List<TimeTarget> ofCategory = ofClass.stream()
                .filter(target -> target.category().equals(category))
                .toList();
        return ofCategory.isEmpty()
                ? ofClass.stream().filter(target -> target.category().isEmpty()).toList()
                : ofCategory;
    }
}
