package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** Nobody confirmed a file of past projects in time: none of its rows is entered. */
public record ImportExpired(UUID importId) implements DomainEvent {
    @Override
    public String type() {
        return "project-import.expired.v1";
    }
}
