package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** The supervision has upheld the objection: the appeal goes on. */
public record ObjectionUpheld(@JsonUnwrapped AppealSnapshot standing, Instant upheldAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.objection-upheld.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ObjectionUpheld(standing.forEnterprise(), upheldAt));
    }
}
