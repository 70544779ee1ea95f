package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * It is handled as something else from now on.
 *
 * @param cause DECIDED, or EMERGENCY_REFUSED
 */
public record AppealClassified(
        @JsonUnwrapped AppealSnapshot standing,
        Instant classifiedAt,
        String previousCategory,
        String previousTimeClass,
        String cause)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.classified.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealClassified(
                standing.forEnterprise(), classifiedAt, previousCategory, previousTimeClass, cause));
    }
}
