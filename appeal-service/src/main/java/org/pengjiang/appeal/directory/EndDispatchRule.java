package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.pengjiang.appeal.events.DispatchRuleEnded;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.appeal.model.directory.DispatchRules;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;

/** Ends a rule; appeals that it has dispatched stay where they are. */
@ApplicationScoped
class EndDispatchRule {
    private final DispatchRules rules;
    private final EventLog log;
    private final Clock clock;

    EndDispatchRule(DispatchRules rules, EventLog log, Clock clock) {
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    DispatchRule end(DivisionScope scope, UUID id, LocalDate lastDay) {
        rules.lockDirectoryOf(scope, id);
        DispatchRule rule = rules.forChange(scope, id);
        rule.end(lastDay, Instant.now(clock));
        log.append(rule, new DispatchRuleEnded(rule.id(), Objects.requireNonNull(rule.validTo())));
        return rule;
    }
}
