package org.pengjiang.appeal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.ProvinceCeilings;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.problem.PolicyProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Says what a version of the catalogue would change, or names everything that is wrong with it. */
@ApplicationScoped
class NewCatalogueCheck {
    private static final int YEARS_AHEAD = 2;

    private final Categories categories;
    private final TimePolicies policies;
    private final WorkCalendar calendars;
    private final Clock clock;

    NewCatalogueCheck(Categories categories, TimePolicies policies, WorkCalendar calendars, Clock clock) {
        this.categories = categories;
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault */
    CataloguePreview read(NewCatalogue wanted) {
        List<Category> newest = categories.newest();
        Set<String> known = newest.stream().map(Category::code).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        LocalDate today = ShanghaiTime.date(Instant.now(clock));
        boolean isNear = !wanted.validFrom().isAfter(today.plusYears(YEARS_AHEAD));
        if (!isNear) {
            faults.add(Fault.at("/validFrom", PolicyProblem.VERSION_TOO_FAR_AHEAD));
        } else if (!wanted.validFrom().isAfter(today) || wanted.validFrom().isBefore(categories.newestFrom())) {
            faults.add(Fault.at("/validFrom", PolicyProblem.CATALOGUE_NOT_LATER));
        }
        if (wanted.changed().isEmpty() && wanted.withdrawn().isEmpty()) {
            faults.add(Fault.at("", PolicyProblem.CATALOGUE_SAYS_NOTHING));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.changed().size(); i++) {
            String code = wanted.changed().get(i).code();
            if (!seen.add(code)) {
                faults.add(Fault.at("/categories/" + i + "/code", PolicyProblem.CATEGORY_KNOWN, code));
            }
        }
        for (int i = 0; i < wanted.withdrawn().size(); i++) {
            String code = wanted.withdrawn().get(i);
            if (!known.contains(code)) {
                faults.add(Fault.at("/retired/" + i, AppealProblem.CATEGORY_UNKNOWN, code));
            } else if (!seen.add(code)) {
                faults.add(Fault.at("/retired/" + i, PolicyProblem.CATEGORY_KNOWN, code));
            }
        }
        if (seen.containsAll(known) && wanted.changed().isEmpty()) {
            faults.add(Fault.at("/retired", PolicyProblem.CATALOGUE_EMPTY));
        }
        if (isNear) {
            ceilings(wanted, faults);
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return new CataloguePreview(
                newest.getFirst().version(),
                wanted.validFrom(),
                codes(wanted, code -> !known.contains(code)),
                codes(wanted, known::contains),
                wanted.withdrawn(),
                wanted.changed().stream()
                        .map(category -> change(wanted.validFrom(), category, newest))
                        .toList(),
                0);
    }

    /** No category leaves what a statute allows by going to another class, under the policy of its day and those to come. */
    private void ceilings(NewCatalogue wanted, List<Fault> faults) {
        Map<String, Set<TimeClass>> classes = new HashMap<>();
        wanted.changed()
                .forEach(category -> classes.computeIfAbsent(category.code(), first -> EnumSet.noneOf(TimeClass.class))
                        .add(category.timeClass()));
        policiesFrom(wanted.validFrom())
                .flatMap(policy -> {
                    LocalDate from =
                            policy.validFrom().isBefore(wanted.validFrom()) ? wanted.validFrom() : policy.validFrom();
                    return ProvinceCeilings.passed(
                            policy, classes, calendars.current(), from, from.plusYears(YEARS_AHEAD))
                            .stream();
                })
                .forEach(passed -> {
                    for (int i = 0; i < wanted.changed().size(); i++) {
                        NewCatalogue.NewCategory category = wanted.changed().get(i);
                        if (category.code().equals(passed.category())
                                && category.timeClass().mayBecome().contains(passed.timeClass())) {
                            faults.add(Fault.at(
                                    "/categories/" + i + "/timeClass",
                                    PolicyProblem.POLICY_CEILING_PASSED,
                                    passed.timeClass() + " " + passed.category(),
                                    passed.ceiling().amount(),
                                    ShanghaiTime.local(passed.start())));
                        }
                    }
                });
    }

    private Stream<TimePolicy> policiesFrom(LocalDate day) {
        return Stream.concat(
                Stream.of(policies.inForce(day)),
                policies.all().stream().filter(policy -> policy.validFrom().isAfter(day)));
    }

    private CataloguePreview.ChangedCategory change(
            LocalDate day, NewCatalogue.NewCategory wanted, List<Category> newest) {
        Optional<Category> before = newest.stream()
                .filter(category -> category.code().equals(wanted.code()))
                .findFirst();
        return new CataloguePreview.ChangedCategory(
                wanted.code(),
                before.map(Category::timeClass).orElse(null),
                wanted.timeClass(),
                before.map(category -> limit(day, category.timeClass(), category.code()))
                        .orElse(null),
                limit(day, wanted.timeClass(), wanted.code()),
                before.map(Category::rated).orElse(null),
                wanted.rated());
    }

    private String limit(LocalDate day, TimeClass timeClass, String code) {
        return policies.inForce(day).targets(timeClass, ClockType.LIMIT, code).stream()
                .map(TimeTarget::inWords)
                .collect(Collectors.joining(", "));
    }

    private static List<String> codes(NewCatalogue wanted, Predicate<String> which) {
        return wanted.changed().stream()
                .map(NewCatalogue.NewCategory::code)
                .filter(which)
                .toList();
    }
}
