package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** The supervision has dismissed the objection: the rejection stands. */
public record ObjectionDismissed(@JsonUnwrapped AppealSnapshot standing, Instant dismissedAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.objection-dismissed.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ObjectionDismissed(standing.forEnterprise(), dismissedAt));
    }
}
