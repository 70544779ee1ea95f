package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The enterprise objects to the rejection.
 *
 * @param dueAt until when the supervision rules
 */
public record RejectionObjected(
        @JsonUnwrapped AppealSnapshot standing, Instant objectedAt, Instant dueAt, boolean provisional)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rejection-objected.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new RejectionObjected(standing.forEnterprise(), objectedAt, dueAt, provisional));
    }
}
