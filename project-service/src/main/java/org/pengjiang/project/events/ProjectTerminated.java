package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The project has ended before its target. */
public record ProjectTerminated(
        UUID projectId,
        String projectNo,
        LocalDate businessDate,
        String stage,
        String reason,
        @Nullable String documentNo)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.terminated.v1";
    }
}
