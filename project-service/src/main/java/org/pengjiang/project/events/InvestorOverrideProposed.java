package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** A credit code whose check characters fail waits for a second person once more. */
public record InvestorOverrideProposed(UUID investorId, String reason) implements DomainEvent {
    @Override
    public String type() {
        return "investor.override-proposed.v1";
    }
}
