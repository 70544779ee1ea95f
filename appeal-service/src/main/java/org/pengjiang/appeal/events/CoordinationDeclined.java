package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** A called unit does not come, and says why. */
public record CoordinationDeclined(@JsonUnwrapped AppealSnapshot standing, int coordination, String unit)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.coordination-declined.v1";
    }

    /** The units that are called answer one beside the other. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
