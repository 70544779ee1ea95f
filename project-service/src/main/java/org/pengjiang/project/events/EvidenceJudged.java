package org.pengjiang.project.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person found a document good, or not, or it was revoked. */
public record EvidenceJudged(
        UUID evidenceId,
        String evidenceType,
        String outcome,
        @Nullable String reason) implements ProjectEvent {
    @Override
    public String type() {
        return "project.evidence-judged.v1";
    }
}
