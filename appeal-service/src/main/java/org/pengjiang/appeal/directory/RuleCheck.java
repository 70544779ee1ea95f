package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.neighbours.UnitCopy;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Fault;

/** What every rule must fulfil, entered by itself or in a table. */
@ApplicationScoped
class RuleCheck {
    private final Categories categories;
    private final UnitCopies units;

    RuleCheck(Categories categories, UnitCopies units) {
        this.categories = categories;
        this.units = units;
    }

    /** Reads once what rules that name these units are held against. */
    Against against(DivisionScope scope, Collection<String> unitCodes) {
        return new Against(
                scope,
                categories.codesByFirstDay(),
                units.withCodes(unitCodes).stream().collect(Collectors.groupingBy(UnitCopy::code)));
    }

    record Against(
            DivisionScope scope, NavigableMap<LocalDate, Set<String>> categories, Map<String, List<UnitCopy>> units) {
        /**
         * At the members of {@link NewDispatchRule}. What is null has a fault already.
         *
         * @param firstDay whose catalogue knows the category
         */
        List<Fault> faults(
                @Nullable DivisionCode area, @Nullable String category, @Nullable String unitCode, LocalDate firstDay) {
            List<Fault> faults = new ArrayList<>();
            if (area != null && !scope.covers(area)) {
                faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE, area.value()));
            }
            if (category != null && !known(firstDay).contains(category)) {
                faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, category));
            }
            if (unitCode != null) {
                // codes are unique in a district only: somewhere else another unit may carry the same
                List<UnitCopy> carriers = units.getOrDefault(unitCode, List.of());
                if (carriers.isEmpty()) {
                    faults.add(Fault.at("/unitCode", AppealProblem.UNIT_UNKNOWN, unitCode));
                } else if (area != null && carriers.stream().noneMatch(unit -> unit.covers(area))) {
                    faults.add(Fault.at("/unitCode", AppealProblem.UNIT_OUT_OF_AREA, unitCode));
                }
            }
            return faults;
        }

        private Set<String> known(LocalDate day) {
            LocalDate first = Optional.ofNullable(categories.floorKey(day)).orElseGet(categories::firstKey);
            return categories.getOrDefault(first, Set.of());
        }
    }

    static List<Fault> faultsOfDays(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && to.isBefore(from)
                ? List.of(Fault.at("/validTo", DispatchProblem.LAST_DAY_BEFORE_FIRST))
                : List.of();
    }
}
