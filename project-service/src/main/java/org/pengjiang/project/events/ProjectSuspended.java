package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The project stands still. */
public record ProjectSuspended(
        UUID projectId,
        String projectNo,
        LocalDate businessDate,
        String reason,
        @Nullable LocalDate expectedUntil,
        @Nullable String documentNo)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.suspended.v1";
    }
}
