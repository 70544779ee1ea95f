package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** A second person took responsibility for a credit code whose check characters fail. */
public record InvestorOverrideConfirmed(UUID investorId, String reason) implements DomainEvent {
    @Override
    public String type() {
        return "investor.override-confirmed.v1";
    }
}
