package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leader has said what becomes of an appeal whose last round was rated badly.
 *
 * @param result of the final reply
 * @param decidedRound the last round
 * @param decidedUnit the unit that answered for that round; absent where the centre answered by itself
 */
public record AppealDecided(
        @JsonUnwrapped AppealSnapshot standing,
        Instant decidedAt,
        String outcome,
        @Nullable String result,
        int decidedRound,
        @Nullable String decidedUnit)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.decided.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(
                new AppealDecided(standing.forEnterprise(), decidedAt, outcome, result, decidedRound, decidedUnit));
    }
}
