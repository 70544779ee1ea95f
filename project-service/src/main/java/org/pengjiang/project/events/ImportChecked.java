package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** Every row of a file was checked; the good ones wait for a second person. */
public record ImportChecked(UUID importId, int goodRows, int badRows) implements DomainEvent {
    @Override
    public String type() {
        return "project-import.checked.v1";
    }
}
