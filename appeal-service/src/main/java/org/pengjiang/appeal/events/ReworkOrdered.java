package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answered appeal has to be worked on again: the supervision says so.
 *
 * @param orderedRound the round whose reply was not enough; the appeal stands in the next one already
 * @param orderedUnit the unit that answered for that round; absent where the centre answered by itself
 */
public record ReworkOrdered(
        @JsonUnwrapped AppealSnapshot standing,
        Instant orderedAt,
        int orderedRound,
        @Nullable String orderedUnit) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rework-ordered.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ReworkOrdered(standing.forEnterprise(), orderedAt, orderedRound, orderedUnit));
    }
}
