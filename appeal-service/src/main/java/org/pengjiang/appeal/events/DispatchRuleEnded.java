package org.pengjiang.appeal.events;

import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** A rule of the dispatch directory applies up to a day; one before its first day means that it never applies. */
public record DispatchRuleEnded(UUID ruleId, LocalDate lastDay) implements DomainEvent {
    @Override
    public String type() {
        return "dispatch-rule.ended.v1";
    }
}
