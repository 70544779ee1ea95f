package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The unit says that a co-task is not its own. */
public record CotaskObjected(@JsonUnwrapped AppealSnapshot standing, int cotask, String unit) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.cotask-objected.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
