package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** A second person answers for a file of past projects. */
public record ImportConfirmed(UUID importId, int goodRows, int badRows) implements DomainEvent {
    @Override
    public String type() {
        return "project-import.confirmed.v1";
    }
}
