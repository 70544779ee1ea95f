package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who shares the credit of a signed project has changed by ruling. */
public record SharesChanged(
        UUID projectId,
        String projectNo,
        LocalDate validFrom,
        @Nullable String ruling,
        List<ShareLine> shares) implements ProjectEvent {
    @Override
    public String type() {
        return "project.shares-changed.v1";
    }
}
