package org.pengjiang.appeal.merging;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.merging.Merging;

/** An appeal that follows. */
record FollowerView(
        UUID id,
        @Schema(examples = "A-440703-2026-0001") String no,
        Instant mergedAt,

        @Schema(description = "why the two are one matter 并案理由")
        String reason,

        @Schema(description = "credit code; for whoever learns it of that appeal 企业", examples = "91440703MA00000077")
        @Nullable String enterprise) {
    static FollowerView of(Appeal appeal, Merging merging, boolean whose, FreeText text) {
        return new FollowerView(
                appeal.id(),
                appeal.no(),
                merging.mergedAt(),
                text.of(merging.reason()),
                whose ? appeal.filing().enterprise() : null);
    }
}
