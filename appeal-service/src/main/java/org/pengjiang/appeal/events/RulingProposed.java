package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * The centre has proposed how to rule on a return.
 *
 * @param unit that would get the appeal, where the return is upheld
 */
public record RulingProposed(
        @JsonUnwrapped AppealSnapshot standing,
        int number,
        boolean upheld,
        @Nullable String unit) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.ruling-proposed.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
