package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit that has it says that another one should.
 *
 * @param number of the return among those of the appeal; not for the enterprise, as all below
 * @param unit that returns it
 * @param namedUnit that should have it
 * @param rulingDueAt by when it is ruled on
 */
public record AppealReturned(
        @JsonUnwrapped AppealSnapshot standing,
        Instant returnedAt,
        @Nullable Integer number,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable String namedUnit,
        @Nullable Instant rulingDueAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.returned.v1";
    }

    /** That it is being looked at who answers for it; the unit it has goes on. */
    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealReturned(standing.forEnterprise(), returnedAt, null, null, null, null, null));
    }
}
