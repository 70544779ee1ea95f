package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The handler has said how the matter is to be solved.
 *
 * @param inTime absent where the class has no clock for it, and for the enterprise
 * @param unitAtDue who answers for it, where it has
 */
public record AppealPlanned(
        @JsonUnwrapped AppealSnapshot standing,
        Instant plannedAt,
        int number,
        @Nullable Boolean inTime,
        @Nullable String unitAtDue)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.planned.v1";
    }

    /** What the offices owe each other is no business of the enterprise. */
    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealPlanned(standing.forEnterprise(), plannedAt, number, null, null));
    }
}
