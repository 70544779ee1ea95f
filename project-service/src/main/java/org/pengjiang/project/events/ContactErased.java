package org.pengjiang.project.events;

import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/**
 * The contact can be read by nobody any more. After a restore this event destroys its keys again.
 *
 * @param dataKeys the destroyed keys
 */
public record ContactErased(List<UUID> dataKeys, String reason) implements ProjectEvent {
    @Override
    public String type() {
        return "project.contact-erased.v1";
    }

    /** The reason is the office's own. */
    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
