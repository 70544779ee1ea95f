package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.DispatchRuleEntered;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.appeal.model.directory.DispatchRules;
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
    private final RuleCheck checks;
    private final EventLog log;
    private final Clock clock;

    EnterDispatchRule(DispatchRules rules, RuleCheck checks, EventLog log, Clock clock) {
        this.rules = rules;
        this.checks = checks;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    DispatchRule enter(NewDispatchRule said, Caller caller) {
        List<Fault> faults = new ArrayList<>();
        DivisionCode area = area(said, faults);
        faults.addAll(checks.against(caller.scope(), List.of(said.unitCode()))
                .faults(area, said.category(), said.unitCode(), said.validFrom()));
        if (said.validFrom().isBefore(LocalDate.now(clock))) {
            faults.add(Fault.at("/validFrom", DispatchProblem.DATE_PAST));
        }
        faults.addAll(RuleCheck.faultsOfDays(said.validFrom(), said.validTo()));
        if (area == null || !faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        rules.lockDirectory(area);
        DispatchRule rule = new DispatchRule(
                area,
                said.category(),
                said.unitCode(),
                new DispatchRule.Validity(said.validFrom(), said.validTo()),
                said.note(),
                Boolean.TRUE.equals(said.assumption()),
                new DispatchRule.Entered(caller.subject(), Instant.now(clock)));
        log.append(rule, entered(rule));
        rules.add(rule);
        return rule;
    }

    private static @Nullable DivisionCode area(NewDispatchRule said, List<Fault> faults) {
        try {
            return DivisionCode.parse(said.divisionCode());
        } catch (InvalidIdentifier e) {
            faults.add(Fault.at("/divisionCode", e.finding()));
            return null;
        }
    }

    static DispatchRuleEntered entered(DispatchRule rule) {
        return new DispatchRuleEntered(
                rule.id(),
                rule.division().value(),
                rule.category(),
                rule.unitCode(),
                rule.validFrom(),
                rule.validTo(),
                rule.isAssumption());
    }
}
