package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

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
}
