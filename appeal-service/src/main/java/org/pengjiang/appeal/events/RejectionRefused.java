package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** Another one of the centre does not reject it. */
public record RejectionRefused(@JsonUnwrapped AppealSnapshot standing, int rejection) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rejection-refused.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
