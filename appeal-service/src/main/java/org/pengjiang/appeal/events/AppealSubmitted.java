package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** Filed; the clocks of the enterprise run from {@code receivedAt}. */
public record AppealSubmitted(
        @JsonUnwrapped AppealSnapshot standing,
        Instant receivedAt,
        String source,
        String nature,
        Instant contactDueAt,
        Instant resolveDueAt,
        boolean provisional)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.submitted.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealSubmitted(
                standing.forEnterprise(), receivedAt, source, nature, contactDueAt, resolveDueAt, provisional));
    }
}
