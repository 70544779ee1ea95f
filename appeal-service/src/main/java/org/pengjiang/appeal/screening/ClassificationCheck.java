package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** As what an appeal may be handled: a category of its catalogue, and a class that is not slower unless the supervision says so. */
@ApplicationScoped
class ClassificationCheck {
    private final Categories categories;
    private final Emergencies emergencies;

    ClassificationCheck(Categories categories, Emergencies emergencies) {
        this.categories = categories;
        this.emergencies = emergencies;
    }

    /** @throws DomainException EMERGENCY_UNDECIDED; VALUE_UNACCEPTABLE with every fault; CLASS_LOWERED */
    Classification check(CommandContext context, NewClassification said) {
        Appeal appeal = context.appeal();
        if (said.timeClass() != null && emergencies.open(appeal).isPresent()) {
            throw new DomainException(AppealProblem.EMERGENCY_UNDECIDED);
        }
        Classification present = appeal.classification();
        List<Fault> faults = new ArrayList<>();
        String code = said.category() == null ? present.category() : said.category();
        Optional<Category> found = category(appeal, code);
        if (found.isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, code));
        }
        TimeClass next = said.timeClass() == null
                ? found.map(category -> following(appeal, category)).orElse(present.timeClass())
                : said.timeClass();
        found.filter(category -> !fitting(category).contains(next))
                .ifPresent(category ->
                        faults.add(Fault.at("/timeClass", AppealProblem.CLASS_NOT_OF_CATEGORY, next, category.code())));
        if (next == present.timeClass() && code.equals(present.category())) {
            faults.add(Fault.at("", AppealProblem.CLASSIFICATION_UNCHANGED));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        if (said.timeClass() != null
                && isSlower(next, present.timeClass())
                && !context.capacities().contains(Capacity.SUPERVISOR)) {
            throw new DomainException(AppealProblem.CLASS_LOWERED);
        }
        return of(present, found.orElseThrow(), next);
    }

    /** What it would have been if it had been filed with this urgency. */
    Classification byUrgency(Appeal appeal, Urgency urgency) {
        Classification present = appeal.classification();
        Category category = category(appeal, present.category()).orElseThrow();
        return of(present, category, TimeClass.of(urgency, appeal.filing().nature(), category.timeClass()));
    }

    /** The class of the category, where it is faster or a statute; else the present one, which says how urgent it is. */
    private static TimeClass following(Appeal appeal, Category category) {
        TimeClass present = appeal.classification().timeClass();
        TimeClass own = TimeClass.of(Urgency.ORDINARY, appeal.filing().nature(), category.timeClass());
        return isSlower(own, present) && fitting(category).contains(present) ? present : own;
    }

    /** Only a statute is slower than every class, and it goes before those that are no emergency. */
    private static Set<TimeClass> fitting(Category category) {
        return category.timeClass() == TimeClass.S
                ? category.timeClass().mayBecome()
                : EnumSet.complementOf(EnumSet.of(TimeClass.S));
    }

    /** They stand from the fastest to the slowest. */
    private static boolean isSlower(TimeClass one, TimeClass other) {
        return one.compareTo(other) > 0;
    }

    private Optional<Category> category(Appeal appeal, String code) {
        return categories.find(code, ShanghaiTime.date(appeal.filing().receivedAt()));
    }

    private static Classification of(Classification present, Category category, TimeClass timeClass) {
        return new Classification(category.code(), category.version(), timeClass, present.policyVersion());
    }
}
