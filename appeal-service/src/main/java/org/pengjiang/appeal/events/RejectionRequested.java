package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** One of the centre wants to reject it. */
public record RejectionRequested(@JsonUnwrapped AppealSnapshot standing, int rejection, String code)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rejection-requested.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
