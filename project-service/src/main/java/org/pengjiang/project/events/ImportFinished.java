package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** Every good row of a file has become a project. */
public record ImportFinished(UUID importId, int imported, int badRows) implements DomainEvent {
    @Override
    public String type() {
        return "project-import.finished.v1";
    }
}
