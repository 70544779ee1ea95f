package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The appeal follows another one, which is answered for both.
 *
 * @param masterId of the other one
 */
public record AppealMerged(@JsonUnwrapped AppealSnapshot standing, Instant mergedAt, UUID masterId, String masterNo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.merged.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealMerged(standing.forEnterprise(), mergedAt, masterId, masterNo));
    }
}
