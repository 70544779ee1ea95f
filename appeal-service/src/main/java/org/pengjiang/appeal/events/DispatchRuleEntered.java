package org.pengjiang.appeal.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** The dispatch directory has a new rule. */
public record DispatchRuleEntered(
        UUID ruleId,
        String divisionCode,
        String category,
        String unitCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean assumption)
        implements DomainEvent {
    @Override
    public String type() {
        return "dispatch-rule.entered.v1";
    }
}
