package org.pengjiang.project.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** An investor was entered; who it is stands in its own record, not here. */
public record InvestorRegistered(UUID investorId, @Nullable String idType, boolean overridePending)
        implements DomainEvent {

    @Override
    public String type() {
        return "investor.registered.v1";
    }
}
