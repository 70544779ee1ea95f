package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The appeal follows no other one any more and is back where it stood. */
public record AppealUnmerged(@JsonUnwrapped AppealSnapshot standing, Instant unmergedAt, UUID masterId, String masterNo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.unmerged.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealUnmerged(standing.forEnterprise(), unmergedAt, masterId, masterNo));
    }
}
