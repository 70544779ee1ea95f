package org.pengjiang.appeal.model.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/** The latest reply that the province or a statute allows: no policy of a district promises a later one. */
public final class ProvinceCeilings {
    private static final long MINUTES_OF_A_DAY = 1440;
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Map<String, Target> OF_CATEGORIES = Map.of("C04", workingDays(10));

    private ProvinceCeilings() {}

    /**
     * Of one class or category, the first start at which the latest reply is due after its ceiling.
     *
     * @param category empty for the class itself
     */
    public record Passed(TimeClass timeClass, String category, Target ceiling, Instant start) {}

    /**
     * @param categories by what the catalogues say: a statute holds in every class that such an appeal may get, also where the policy
     *     says nothing of it; every other category has the targets and the ceiling of its class
     * @param calendar one that answers for days without a notice too
     */
    public static List<Passed> passed(
            TimePolicy policy,
            Map<String, Set<TimeClass>> categories,
            CalendarVersion calendar,
            LocalDate from,
            LocalDate until) {
        List<Passed> passed = new ArrayList<>();
        for (TimeClass timeClass : TimeClass.values()) {
            TreeSet<String> judged = new TreeSet<>();
            judged.add("");
            policy.targets().stream()
                    .filter(target -> target.timeClass() == timeClass && target.clock() == ClockType.LIMIT)
                    .forEach(target -> judged.add(target.category()));
            OF_CATEGORIES.keySet().stream()
                    .filter(category -> categories.getOrDefault(category, Set.of()).stream()
                            .anyMatch(own -> own.mayBecome().contains(timeClass)))
                    .forEach(judged::add);
            judged.stream()
                    .flatMap(category -> passed(policy, timeClass, category, calendar, from, until).stream())
                    .forEach(passed::add);
        }
        return List.copyOf(passed);
    }

    /** Of one category in one class; nothing where the policy says nothing of the class. */
    private static Optional<Passed> passed(
            TimePolicy policy,
            TimeClass timeClass,
            String category,
            CalendarVersion calendar,
            LocalDate from,
            LocalDate until) {
        Target ceiling = of(timeClass, category);
        TimeTargets targets = TimeTargets.of(policy, timeClass, category);
        List<TimeTarget> limits = targets.of(ClockType.LIMIT);
        if (limits.isEmpty() || limits.stream().anyMatch(limit -> isWithin(limit.target(), ceiling))) {
            return Optional.empty();
        }
        Instant end = ShanghaiTime.instant(until.atStartOfDay());
        Instant start = ShanghaiTime.instant(from.atStartOfDay());
        while (start.isBefore(end)) {
            Instant latest = calendar.deadline(start, ceiling, List.of()).dueAt();
            Instant due = targets.promise(ClockType.LIMIT, calendar, start)
                    .orElseThrow()
                    .deadline()
                    .dueAt();
            if (due.isAfter(latest)) {
                return Optional.of(new Passed(timeClass, category, ceiling, start));
            }
            start = start.plus(STEP);
        }
        return Optional.empty();
    }

    /** Surely, from every start: of several targets the earliest due binds, and no working day comes before its day. */
    private static boolean isWithin(Target target, Target ceiling) {
        return target.unit() == ceiling.unit() && target.amount() <= ceiling.amount()
                || target.unit() == TargetUnit.NATURAL_MINUTES
                        && !target.rollForward()
                        && target.amount() <= (ceiling.amount() - 2) * MINUTES_OF_A_DAY;
    }

    /** The latest reply that is allowed to a class, or to a category by its statute. */
    public static Target of(TimeClass timeClass, String category) {
        Target statute = OF_CATEGORIES.get(category);
        return statute != null
                ? statute
                : switch (timeClass) {
                    case P0, P1, P3 -> workingDays(10);
                    case P2 -> workingDays(2);
                    case P4 -> workingDays(15);
                    case S -> workingDays(60);
                };
    }

    private static Target workingDays(long days) {
        return new Target(days, TargetUnit.WORKING_DAYS_END, false);
    }
}
