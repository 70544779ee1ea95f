package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The promises to the enterprise pause.
 *
 * @param cause {@code QUESTION}, or why it is suspended
 * @param number of the question or of the suspension
 * @param until when it goes on by itself, or when somebody looks whether the suspension still holds
 */
public record AppealPaused(
        @JsonUnwrapped AppealSnapshot standing,
        Instant pausedAt,
        String cause,
        int number,
        @Nullable Instant until) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.paused.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealPaused(standing.forEnterprise(), pausedAt, cause, number, until));
    }
}
