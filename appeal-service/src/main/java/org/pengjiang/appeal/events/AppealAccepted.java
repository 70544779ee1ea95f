package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** The centre takes it. */
public record AppealAccepted(@JsonUnwrapped AppealSnapshot standing, Instant acceptedAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.accepted.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealAccepted(standing.forEnterprise(), acceptedAt));
    }
}
