package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** A request to suspend it was refused, or nobody has decided it in time. */
public record SuspensionDecided(@JsonUnwrapped AppealSnapshot standing, int number, String outcome)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.suspension-decided.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
