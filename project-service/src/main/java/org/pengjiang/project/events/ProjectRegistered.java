package org.pengjiang.project.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project has entered the ledger. */
public record ProjectRegistered(
        UUID projectId,
        String projectNo,
        String name,
        String kind,
        String stage,
        boolean historical,
        @Nullable UUID parentProjectId)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.registered.v1";
    }
}
