package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * The head has named who works on the appeal.
 *
 * @param account absent where nobody in particular does any more
 */
public record PersonAssigned(
        @JsonUnwrapped AppealSnapshot standing,
        @Nullable String account,
        @Nullable String substitute,
        @Nullable LocalDate substituteFrom,
        @Nullable LocalDate substituteTo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.person-assigned.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
