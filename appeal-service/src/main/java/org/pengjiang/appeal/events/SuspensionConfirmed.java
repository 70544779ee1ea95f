package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The suspension still holds. */
public record SuspensionConfirmed(
        @JsonUnwrapped AppealSnapshot standing,
        int number,
        String cause,
        @Nullable Instant until) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.suspension-confirmed.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new SuspensionConfirmed(standing.forEnterprise(), number, cause, until));
    }
}
