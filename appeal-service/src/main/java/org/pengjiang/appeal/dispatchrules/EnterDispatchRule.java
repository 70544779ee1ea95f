package org.pengjiang.appeal.dispatchrules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.DispatchRuleEntered;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.Categories;
import org.pengjiang.appeal.model.DispatchProblem;
import org.pengjiang.appeal.model.DispatchRule;
import org.pengjiang.appeal.model.DispatchRules;
import org.pengjiang.appeal.model.KnownUnits;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Enters a rule that begins today or later. */
@ApplicationScoped
class EnterDispatchRule {
    private final DispatchRules rules;
    private final Categories categories;
    private final KnownUnits units;
    private final EventLog log;
    private final Clock clock;

    EnterDispatchRule(DispatchRules rules, Categories categories, KnownUnits units, EventLog log, Clock clock) {
        this.rules = rules;
        this.categories = categories;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    DispatchRule enter(NewDispatchRule said, Caller caller) {
        List<Fault> faults = new ArrayList<>();
        DivisionCode area = area(said, caller, faults);
        if (categories.find(said.category()).isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, said.category()));
        }
        checkUnit(said, area, faults);
        checkDays(said, faults);
        if (area == null || !faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        DispatchRule rule = new DispatchRule(
                area,
                said.category(),
                said.unitCode(),
                new DispatchRule.Validity(said.validFrom(), said.validTo()),
                said.note(),
                Boolean.TRUE.equals(said.assumption()),
                new DispatchRule.Entered(caller.subject(), Instant.now(clock).truncatedTo(ChronoUnit.MICROS)));
        log.append(
                rule,
                new DispatchRuleEntered(
                        rule.id(),
                        area.value(),
                        rule.category(),
                        rule.unitCode(),
                        rule.validFrom(),
                        rule.validTo(),
                        rule.isAssumption()));
        rules.add(rule);
        return rule;
    }

    private static @Nullable DivisionCode area(NewDispatchRule said, Caller caller, List<Fault> faults) {
        try {
            DivisionCode area = DivisionCode.parse(said.divisionCode());
            if (!caller.scope().covers(area)) {
                faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE));
            }
            return area;
        } catch (InvalidIdentifier e) {
            faults.add(Fault.at("/divisionCode", e.finding()));
            return null;
        }
    }

    private void checkUnit(NewDispatchRule said, @Nullable DivisionCode area, List<Fault> faults) {
        if (!units.exists(said.unitCode())) {
            faults.add(Fault.at("/unitCode", AppealProblem.UNIT_UNKNOWN, said.unitCode()));
        } else if (area != null && !units.covers(said.unitCode(), area)) {
            faults.add(Fault.at("/unitCode", AppealProblem.UNIT_OUT_OF_AREA, said.unitCode()));
        }
    }

    private void checkDays(NewDispatchRule said, List<Fault> faults) {
        if (said.validFrom().isBefore(LocalDate.now(clock))) {
            faults.add(Fault.at("/validFrom", DispatchProblem.DATE_PAST));
        }
        if (said.validTo() != null && said.validTo().isBefore(said.validFrom())) {
            faults.add(Fault.at("/validTo", DispatchProblem.LAST_DAY_BEFORE_FIRST));
        }
    }
}
