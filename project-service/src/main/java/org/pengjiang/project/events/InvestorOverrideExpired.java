package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** Nobody confirmed a credit code whose check characters fail in time. */
public record InvestorOverrideExpired(UUID investorId) implements DomainEvent {
    @Override
    public String type() {
        return "investor.override-expired.v1";
    }
}
