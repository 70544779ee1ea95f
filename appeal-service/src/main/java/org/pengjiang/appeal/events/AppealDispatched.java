package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody answers for it from here on. */
public record AppealDispatched(
        @JsonUnwrapped AppealSnapshot standing,
        Instant dispatchedAt,
        String by,
        @Nullable Instant signDueAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.dispatched.v1";
    }

    /** Without the time that the handler has to sign. */
    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealDispatched(standing.forEnterprise(), dispatchedAt, by, null));
    }
}
