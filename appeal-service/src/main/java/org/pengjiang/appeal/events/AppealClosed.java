package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closed.
 *
 * @param evaluation what came of asking the enterprise; null from before it was said
 */
public record AppealClosed(
        @JsonUnwrapped AppealSnapshot standing,
        Instant closedAt,
        String by,
        @Nullable String evaluation) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.closed.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealClosed(standing.forEnterprise(), closedAt, by, evaluation));
    }
}
