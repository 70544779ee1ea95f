package org.pengjiang.appeal.policies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.policy.ProvinceCeilings;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimePolicyCheck;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.problem.CalendarProblem;
import org.pengjiang.appeal.model.problem.PolicyProblem;
import org.pengjiang.calendar.CalendarException;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Turns what somebody wants to publish into a policy, or names everything that is wrong with it. */
@ApplicationScoped
class NewPolicyCheck {
    /** Another replica has read it by then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int YEARS_CHECKED = 2;

    private final TimePolicies policies;
    private final Categories categories;
    private final WorkCalendar calendars;
    private final Clock clock;

    NewPolicyCheck(TimePolicies policies, Categories categories, WorkCalendar calendars, Clock clock) {
        this.policies = policies;
        this.categories = categories;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault */
    TimePolicy read(NewTimePolicy wanted) {
        List<Fault> faults = new ArrayList<>();
        List<TimePolicy> known = policies.read();
        if (known.stream().anyMatch(policy -> policy.version().equals(wanted.version()))) {
            faults.add(Fault.at("/version", PolicyProblem.POLICY_VERSION_KNOWN, wanted.version()));
        }
        Instant earliest = Instant.now(clock).plus(AHEAD);
        // one that has not begun is replaced by another one of the same day
        boolean isLater = known.stream().noneMatch(policy -> policy.validFrom().isAfter(wanted.validFrom()));
        boolean isNear = !wanted.validFrom().isAfter(ShanghaiTime.date(earliest).plusYears(YEARS_CHECKED));
        if (!isNear) {
            faults.add(Fault.at("/validFrom", PolicyProblem.VERSION_TOO_FAR_AHEAD));
        } else if (!isLater
                || ShanghaiTime.instant(wanted.validFrom().atStartOfDay()).isBefore(earliest)) {
            faults.add(Fault.at("/validFrom", PolicyProblem.POLICY_NOT_LATER));
        }
        List<TimeTarget> targets = targets(wanted, faults);
        TimePolicy policy = new TimePolicy(
                wanted.version(),
                wanted.validFrom(),
                wanted.note(),
                wanted.documentNo(),
                wanted.isAssumption(),
                targets,
                known.getLast().rungs());
        if (isNear && targets.size() == wanted.targets().size()) {
            fit(policy, faults);
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return policy;
    }

    private List<TimeTarget> targets(NewTimePolicy wanted, List<Fault> faults) {
        Set<String> known = categories.inForce(wanted.validFrom()).stream()
                .map(Category::code)
                .collect(Collectors.toSet());
        List<TimeTarget> targets = new ArrayList<>();
        for (int i = 0; i < wanted.targets().size(); i++) {
            NewTimePolicy.NewTarget target = wanted.targets().get(i);
            String pointer = "/targets/" + i;
            int before = faults.size();
            if (target.category() != null && !known.contains(target.category())) {
                faults.add(Fault.at(pointer + "/category", AppealProblem.CATEGORY_UNKNOWN, target.category()));
            }
            if (target.rolls() && !target.unit().mayRollForward()) {
                faults.add(Fault.at(pointer + "/rollForward", CalendarProblem.ROLL_FORWARD_UNFIT, target.unit()));
            }
            Target amount = amount(target);
            if (amount == null) {
                faults.add(Fault.at(pointer + "/amount", CalendarProblem.TARGET_AMOUNT, target.unit()));
            } else if (faults.size() == before) {
                targets.add(new TimeTarget(
                        target.timeClass(), target.clock(), target.ofCategory(), amount, target.source()));
            }
        }
        return targets;
    }

    private static @Nullable Target amount(NewTimePolicy.NewTarget target) {
        try {
            return new Target(
                    target.amount(),
                    target.unit(),
                    target.rolls() && target.unit().mayRollForward());
        } catch (CalendarException outOfRange) {
            return null;
        }
    }

    /** For every half-hour of the two years that begin with it. */
    private void fit(TimePolicy policy, List<Fault> faults) {
        CalendarVersion calendar = calendars.current();
        LocalDate from = policy.validFrom();
        LocalDate until = from.plusYears(YEARS_CHECKED);
        for (TimePolicyCheck.Fault fault : TimePolicyCheck.faults(policy, calendar, from, until)) {
            faults.add(Fault.at(
                    "/targets",
                    code(fault.kind()),
                    named(fault.timeClass().name(), fault.category()),
                    fault.clock(),
                    ShanghaiTime.local(fault.start())));
        }
        for (ProvinceCeilings.Passed passed :
                ProvinceCeilings.passed(policy, categories.classesFrom(from), calendar, from, until)) {
            faults.add(Fault.at(
                    "/targets",
                    PolicyProblem.POLICY_CEILING_PASSED,
                    named(passed.timeClass().name(), passed.category()),
                    passed.ceiling().amount(),
                    ShanghaiTime.local(passed.start())));
        }
    }

    private static ProblemCode code(TimePolicyCheck.Kind kind) {
        return switch (kind) {
            case TARGET_MISSING -> PolicyProblem.POLICY_TARGET_MISSING;
            case STEPS_DO_NOT_FIT -> PolicyProblem.POLICY_STEPS_DO_NOT_FIT;
            case ORDER_BROKEN -> PolicyProblem.POLICY_ORDER_BROKEN;
        };
    }

    private static String named(String timeClass, String category) {
        return category.isEmpty() ? timeClass : timeClass + " " + category;
    }
}
