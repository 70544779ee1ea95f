package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** The office gave a file of past projects up: no further row of it is entered. */
public record ImportCancelled(UUID importId, int imported, String reason) implements DomainEvent {
    @Override
    public String type() {
        return "project-import.cancelled.v1";
    }
}
