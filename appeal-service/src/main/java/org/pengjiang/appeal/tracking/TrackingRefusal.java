package org.pengjiang.appeal.tracking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why a plan is not approved. */
record TrackingRefusal(
        @NotNull @LongText(max = 1000) @Schema(description = "for the offices 不批准理由")
        String reason) {}
