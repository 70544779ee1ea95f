package org.pengjiang.appeal.tracking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/** What the leader says with an approval. */
record TrackingDecision(
        @Nullable @LongText(max = 1000) @Schema(description = "for the offices 批示")
        String note) {}
