package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed appeal goes on under its number, in a new round.
 *
 * @param by {@code ENTERPRISE}, {@code SUPERVISOR}, or {@code CALLBACK} where the enterprise said in a call-back that it is not solved
 * @param closedRound the round whose closure did not last
 * @param closedUnit the unit that answered for that round; absent where the centre answered by itself
 */
public record AppealReopened(
        @JsonUnwrapped AppealSnapshot standing,
        Instant reopenedAt,
        String by,
        int closedRound,
        @Nullable String closedUnit)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.reopened.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealReopened(standing.forEnterprise(), reopenedAt, by, closedRound, closedUnit));
    }
}
