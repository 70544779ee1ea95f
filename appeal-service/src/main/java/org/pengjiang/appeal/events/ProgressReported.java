package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The enterprise has heard how far it is.
 *
 * @param message that says it
 */
public record ProgressReported(@JsonUnwrapped AppealSnapshot standing, Instant reportedAt, int message)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.progress-reported.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ProgressReported(standing.forEnterprise(), reportedAt, message));
    }
}
