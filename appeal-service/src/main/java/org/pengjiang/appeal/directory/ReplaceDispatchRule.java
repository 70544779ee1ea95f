package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.pengjiang.appeal.events.DispatchRuleEnded;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.appeal.model.directory.DispatchRules;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Ends a rule and lets another unit answer from that moment on, in one command. */
@ApplicationScoped
class ReplaceDispatchRule {
    private final DispatchRules rules;
    private final RuleCheck checks;
    private final EventLog log;
    private final Clock clock;

    ReplaceDispatchRule(DispatchRules rules, RuleCheck checks, EventLog log, Clock clock) {
        this.rules = rules;
        this.checks = checks;
        this.log = log;
        this.clock = clock;
    }

    /** @return the rule that applies from then on */
    @Transactional
    DispatchRule replace(UUID id, Replacement said, Caller caller) {
        rules.lockDirectoryOf(caller.scope(), id);
        DispatchRule rule = rules.forChange(caller.scope(), id);
        Instant now = Instant.now(clock);
        List<Fault> faults = checks.against(caller.scope(), List.of(said.unitCode()))
                .faults(rule.division(), null, said.unitCode(), ShanghaiTime.date(now));
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        DispatchRule next = rule.replace(
                said.unitCode(),
                said.beginsAt() == null ? now : said.beginsAt().toInstant(),
                said.note(),
                Boolean.TRUE.equals(said.assumption()),
                new DispatchRule.Entered(caller.subject(), now));
        log.append(rule, new DispatchRuleEnded(rule.id(), Objects.requireNonNull(rule.validTo())));
        rules.storeEnds();
        log.append(next, EnterDispatchRule.entered(next));
        rules.add(next);
        return next;
    }
}
