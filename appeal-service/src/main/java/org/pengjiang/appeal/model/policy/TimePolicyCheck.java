package org.pengjiang.appeal.model.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;

/**
 * Whether the promises of a policy fit into each other: for every class, every category with targets of its own and every
 * start, ACCEPT + DISPATCH + SIGN &lt; CONTACT ≤ PLAN ≤ RESOLVE ≤ LIMIT, and no unit has longer than the enterprise was promised:
 * UNIT_CONTACT ≤ CONTACT, UNIT_RESOLVE ≤ RESOLVE. A policy that does not hold this is not published.
 */
public final class TimePolicyCheck {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final List<ClockType> OF_OFFICES = List.of(ClockType.ACCEPT, ClockType.DISPATCH, ClockType.SIGN);
    private static final List<ClockType> HARDEST_FIRST =
            List.of(ClockType.LIMIT, ClockType.RESOLVE, ClockType.PLAN, ClockType.CONTACT);
    private static final List<ClockType> OF_UNITS = List.of(ClockType.UNIT_CONTACT, ClockType.UNIT_RESOLVE);
    private static final List<ClockType> NEEDED = List.of(
            ClockType.ACCEPT,
            ClockType.DISPATCH,
            ClockType.SIGN,
            ClockType.CONTACT,
            ClockType.RESOLVE,
            ClockType.LIMIT,
            ClockType.REVIEW,
            ClockType.EVALUATION);

    private final TimePolicy policy;
    private final CalendarVersion calendar;
    private final List<Fault> faults = new ArrayList<>();

    private TimePolicyCheck(TimePolicy policy, CalendarVersion calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** What is wrong with it. */
    public enum Kind {
        /** The class has no target for this clock. */
        TARGET_MISSING,
        /** The office steps, one after the other, leave no time for the first contact. */
        STEPS_DO_NOT_FIT,
        /** The promise is due after a harder one. */
        ORDER_BROKEN
    }

    /**
     * The first start at which it shows.
     *
     * @param category empty for the class itself
     * @param clock the promise that is due too late, that the steps do not fit into, or that is missing
     */
    public record Fault(Kind kind, TimeClass timeClass, String category, ClockType clock, Instant start) {}

    /** @param calendar one that answers for days without a notice too */
    public static List<Fault> faults(TimePolicy policy, CalendarVersion calendar, LocalDate from, LocalDate until) {
        TimePolicyCheck check = new TimePolicyCheck(policy, calendar);
        for (TimeClass timeClass : TimeClass.values()) {
            TreeSet<String> categories = new TreeSet<>();
            categories.add("");
            policy.targets().stream()
                    .filter(target -> target.timeClass() == timeClass)
                    .forEach(target -> categories.add(target.category()));
            for (String category : categories) {
                check.check(timeClass, category, from, until);
            }
        }
        return List.copyOf(check.faults);
    }

    private void check(TimeClass timeClass, String category, LocalDate from, LocalDate until) {
        Instant first = ShanghaiTime.instant(from.atStartOfDay());
        TimeTargets targets = TimeTargets.of(policy, timeClass, category);
        List<ClockType> missing =
                NEEDED.stream().filter(clock -> targets.of(clock).isEmpty()).toList();
        Instant end = targets.isSameFromEveryStart() ? first.plus(STEP) : ShanghaiTime.instant(until.atStartOfDay());
        missing.forEach(clock -> faults.add(new Fault(Kind.TARGET_MISSING, timeClass, category, clock, first)));
        Map<Broken, Fault> found = new HashMap<>();
        for (Instant start = first; missing.isEmpty() && start.isBefore(end); start = start.plus(STEP)) {
            Instant at = start;
            check(targets, start)
                    .ifPresent(broken -> found.computeIfAbsent(
                            broken, it -> new Fault(it.kind(), timeClass, category, it.clock(), at)));
        }
        found.values().stream()
                .sorted(Comparator.comparing(Fault::start).thenComparing(Fault::kind))
                .forEach(faults::add);
    }

    /** What does not hold for one start. */
    private record Broken(Kind kind, ClockType clock) {}

    private Optional<Broken> check(TimeTargets targets, Instant start) {
        Instant signed = start;
        for (ClockType step : OF_OFFICES) {
            signed = due(targets.promise(step, calendar, signed));
        }
        Instant hardest = Instant.MAX;
        Optional<PromisedTarget> harder = Optional.empty();
        for (ClockType clock : HARDEST_FIRST) {
            Optional<PromisedTarget> above = clock.harder().isPresent() ? harder : Optional.empty();
            Optional<PromisedTarget> promised = targets.promise(clock, calendar, start, above);
            if (promised.isPresent()) {
                Instant due = due(promised);
                if (due.isAfter(hardest)) {
                    return Optional.of(new Broken(Kind.ORDER_BROKEN, clock));
                }
                hardest = due;
                harder = promised;
            }
        }
        return signed.isBefore(hardest)
                ? tooLongForUnits(targets, start)
                : Optional.of(new Broken(Kind.STEPS_DO_NOT_FIT, ClockType.CONTACT));
    }

    private Optional<Broken> tooLongForUnits(TimeTargets targets, Instant start) {
        return OF_UNITS.stream()
                .filter(type -> hasLonger(type, targets, start))
                .map(type -> new Broken(Kind.ORDER_BROKEN, type))
                .findFirst();
    }

    /** Each by its own targets: where a policy gives a unit none, these are those of the enterprise. */
    private boolean hasLonger(ClockType ofUnit, TimeTargets targets, Instant start) {
        ClockType promised = ofUnit.asLongAs().orElseThrow();
        return !amounts(targets, ofUnit).equals(amounts(targets, promised))
                && due(targets.promise(ofUnit, calendar, start, Optional.empty()))
                        .isAfter(due(targets.promise(promised, calendar, start, Optional.empty())));
    }

    private static List<Target> amounts(TimeTargets targets, ClockType clock) {
        return targets.of(clock).stream().map(TimeTarget::target).toList();
    }

    private static Instant due(Optional<PromisedTarget> promised) {
        return promised.orElseThrow().deadline().dueAt();
    }
}
