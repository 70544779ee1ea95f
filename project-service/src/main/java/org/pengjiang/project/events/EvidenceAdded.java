package org.pengjiang.project.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document was handed in. */
public record EvidenceAdded(
        UUID evidenceId,
        String evidenceType,
        String title,
        @Nullable String docNo,
        @Nullable String sha256) implements ProjectEvent {
    @Override
    public String type() {
        return "project.evidence-added.v1";
    }
}
