package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** Another appeal follows this one, or follows it no longer. Which one is its own matter: it may be confidential. */
public record AppealFollowed(@JsonUnwrapped AppealSnapshot standing, int followers) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.followed.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }

    /** It changes neither state nor clock. */
    @Override
    public boolean decisive() {
        return false;
    }
}
