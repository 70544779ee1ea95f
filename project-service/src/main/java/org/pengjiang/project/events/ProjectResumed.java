package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.UUID;

/** The project goes on. */
public record ProjectResumed(UUID projectId, String projectNo, LocalDate businessDate) implements ProjectEvent {
    @Override
    public String type() {
        return "project.resumed.v1";
    }
}
