package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * The centre has ruled on the objection of a unit.
 *
 * @param upheld the co-task has ended
 * @param unitInstead who is asked instead, with a co-task of its own
 */
public record CotaskRuled(
        @JsonUnwrapped AppealSnapshot standing,
        int cotask,
        String unit,
        boolean upheld,
        @Nullable String unitInstead) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.cotask-ruled.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
