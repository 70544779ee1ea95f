package org.pengjiang.appeal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.problem.PolicyProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Says what a version of the catalogue would change, or names everything that is wrong with it. */
@ApplicationScoped
class NewCatalogueCheck {
    private final Categories categories;
    private final Clock clock;

    NewCatalogueCheck(Categories categories, Clock clock) {
        this.categories = categories;
        this.clock = clock;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault */
    CataloguePreview read(NewCatalogue wanted) {
        List<Category> newest = categories.newest();
        Set<String> known = newest.stream().map(Category::code).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        LocalDate today = ShanghaiTime.date(Instant.now(clock));
        if (!wanted.validFrom().isAfter(today) || !wanted.validFrom().isAfter(categories.newestFrom())) {
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
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return new CataloguePreview(
                newest.getFirst().version(),
                wanted.validFrom(),
                codes(wanted, code -> !known.contains(code)),
                codes(wanted, known::contains),
                wanted.withdrawn(),
                0);
    }

    private static List<String> codes(NewCatalogue wanted, Predicate<String> which) {
        return wanted.changed().stream()
                .map(NewCatalogue.NewCategory::code)
                .filter(which)
                .toList();
    }
}
