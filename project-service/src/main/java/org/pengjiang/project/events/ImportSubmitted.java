package org.pengjiang.project.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** A file of past projects was handed in. */
public record ImportSubmitted(UUID importId, int year, boolean dryRun, String fileSha256, int rows)
        implements DomainEvent {
    @Override
    public String type() {
        return "project-import.submitted.v1";
    }
}
