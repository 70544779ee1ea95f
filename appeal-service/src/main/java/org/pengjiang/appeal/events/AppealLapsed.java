package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * An appeal has ended because nobody did what it waited for.
 *
 * @param reason NO_SUPPLEMENT
 */
public record AppealLapsed(@JsonUnwrapped AppealSnapshot standing, Instant lapsedAt, String reason)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.lapsed.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealLapsed(standing.forEnterprise(), lapsedAt, reason));
    }
}
