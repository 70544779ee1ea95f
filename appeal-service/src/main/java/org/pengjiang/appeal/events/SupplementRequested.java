package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The centre misses something in a filing and waits for it.
 *
 * @param dueAt the end of the window in which it can be supplied
 */
public record SupplementRequested(
        @JsonUnwrapped AppealSnapshot standing, Instant requestedAt, Instant dueAt, boolean provisional)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supplement-requested.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new SupplementRequested(standing.forEnterprise(), requestedAt, dueAt, provisional));
    }
}
