package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The supervision has said whether a bad rating is justified.
 *
 * @param automatic it said nothing in time, which upholds the rating
 */
public record RatingVerified(
        @JsonUnwrapped AppealSnapshot standing, Instant verifiedAt, int ratedRound, String finding, boolean automatic)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rating-verified.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new RatingVerified(standing.forEnterprise(), verifiedAt, ratedRound, finding, automatic));
    }
}
