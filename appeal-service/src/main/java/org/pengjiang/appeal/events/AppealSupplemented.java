package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** What was missing was supplied. */
public record AppealSupplemented(@JsonUnwrapped AppealSnapshot standing, Instant supplementedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supplemented.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealSupplemented(standing.forEnterprise(), supplementedAt));
    }
}
