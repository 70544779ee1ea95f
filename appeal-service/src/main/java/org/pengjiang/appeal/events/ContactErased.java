package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/**
 * The contact can be read by nobody any more. After a restore this event destroys its keys again.
 *
 * @param dataKeys the destroyed keys
 */
public record ContactErased(@JsonUnwrapped AppealSnapshot standing, List<UUID> dataKeys, String reason)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.contact-erased.v1";
    }

    /** The reason is the offices' own. */
    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
