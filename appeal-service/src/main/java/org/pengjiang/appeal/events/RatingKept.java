package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** A platform has rated a round to which another answer counted already. */
public record RatingKept(@JsonUnwrapped AppealSnapshot standing, int ratedRound, Instant ratedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rating-kept.v1";
    }

    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new RatingKept(standing.forEnterprise(), ratedRound, ratedAt));
    }
}
