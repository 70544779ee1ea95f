package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** What lapsed without a supplement comes in again. */
public record AppealResubmitted(@JsonUnwrapped AppealSnapshot standing, Instant resubmittedAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.resubmitted.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealResubmitted(standing.forEnterprise(), resubmittedAt));
    }
}
