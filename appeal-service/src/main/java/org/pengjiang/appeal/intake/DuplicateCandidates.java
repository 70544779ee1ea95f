package org.pengjiang.appeal.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** Appeals that may be about the same, the most similar first. */
record DuplicateCandidates(List<Candidate> items) {
    /** One that the caller sees. */
    @Schema(name = "DuplicateCandidate")
    record Candidate(
            UUID id,
            @Schema(examples = "A-440703-2026-0001") String no,

            @Schema(description = "with numbers of persons masked 标题")
            String title,

            AppealState state,
            boolean open,
            Instant receivedAt,

            @Schema(
                    description = "how much title and text have in common with what is to be filed, in percent 相似度",
                    examples = "80")
            int similarity) {}
}
