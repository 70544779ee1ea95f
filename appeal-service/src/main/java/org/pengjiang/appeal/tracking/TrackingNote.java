package org.pengjiang.appeal.tracking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** What the supervision finds. It is kept as an internal message. */
record TrackingNote(
        @NotNull @LongText(max = 2000) @Schema(description = "for the offices 复核意见")
        String note) {}
