package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** An attempt that cannot be checked, or one after the first contact. */
public record ContactAttempted(@JsonUnwrapped AppealSnapshot standing, String channel, boolean verified)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.contact-attempted.v1";
    }

    /** No command depends on it; the first verified contact is another event. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
