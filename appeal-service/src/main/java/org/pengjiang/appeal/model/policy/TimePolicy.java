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
        List<TimeTarget> targets,
        List<ClassRung> rungs) {
    public TimePolicy {
        targets = List.copyOf(targets);
        rungs = List.copyOf(rungs);
    }

    /** @param timeClass null for every class that has no rungs of its own for the clock */
    public record ClassRung(@Nullable TimeClass timeClass, Rung rung) {}

    /**
     * What a clock that starts at this moment is held against: the target that is due first, its own or that of the harder
     * promise. Empty where the policy says nothing of it.
     */
    public Optional<PromisedTarget> promise(
            TimeClass timeClass, ClockType clock, String category, CalendarVersion calendar, Instant start) {
        return TimeTargets.of(this, timeClass, category).promise(clock, calendar, start);
    }

    /** What happens by and by while nobody answers a clock; the rungs of a class go before those of all classes. */
    public Ladder ladder(TimeClass timeClass, ClockType clock) {
        List<ClassRung> ofClock =
                rungs.stream().filter(said -> said.rung().clock() == clock).toList();
        boolean own = ofClock.stream().anyMatch(said -> said.timeClass() == timeClass);
        return Ladder.of(
                clock,
                ofClock.stream()
                        .filter(said -> said.timeClass() == (own ? timeClass : null))
                        .map(ClassRung::rung)
                        .toList());
    }

    /** The targets of a clock, of which the earliest due binds; a statute of the category goes before its class. */
    public List<TimeTarget> targets(TimeClass timeClass, ClockType clock, String category) {
        List<TimeTarget> own = said(timeClass, clock, category);
        return own.isEmpty() && clock.asLongAs().isPresent()
                ? said(timeClass, clock.asLongAs().get(), category).stream()
                        .map(target -> target.of(clock))
                        .toList()
                : own;
    }

    private List<TimeTarget> said(TimeClass timeClass, ClockType clock, String category) {
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
