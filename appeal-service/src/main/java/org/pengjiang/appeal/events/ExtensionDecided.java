package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** Whether the reply gets more time; or nobody has decided before it was due. */
public record ExtensionDecided(@JsonUnwrapped AppealSnapshot standing, int number, String outcome)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.extension-decided.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
