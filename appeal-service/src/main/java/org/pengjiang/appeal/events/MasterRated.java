package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever appeals has rated the answer to the appeal that theirs follows.
 *
 * @param masterRound the round that was answered
 */
public record MasterRated(
        @JsonUnwrapped AppealSnapshot standing,
        Instant ratedAt,
        UUID masterId,
        int masterRound,
        String solved,
        int stars)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.master-rated.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new MasterRated(standing.forEnterprise(), ratedAt, masterId, masterRound, solved, stars));
    }
}
