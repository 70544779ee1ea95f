package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is solved and how satisfied the enterprise is; automatic when it did not say.
 *
 * @param ratedRound the round whose reply was rated; a bad rating has the appeal stand in the next one already
 * @param ratedUnit the unit that answered for that round; absent where the centre answered by itself
 * @param means {@code ACCOUNT} or {@code CODE}; absent when it did not say, and in events of before
 */
public record AppealRated(
        @JsonUnwrapped AppealSnapshot standing,
        Instant ratedAt,
        int ratedRound,
        @Nullable String ratedUnit,
        @Nullable String solved,
        @Nullable Integer stars,
        boolean automatic,
        @Nullable String means)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rated.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealRated(
                standing.forEnterprise(), ratedAt, ratedRound, ratedUnit, solved, stars, automatic, means));
    }
}
