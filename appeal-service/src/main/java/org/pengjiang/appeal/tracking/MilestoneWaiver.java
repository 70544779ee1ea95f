package org.pengjiang.appeal.tracking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why a milestone is no longer asked for. The enterprise reads it. */
record MilestoneWaiver(
        @NotNull @LongText(max = 1000) @Schema(description = "without numbers of mobile phones or identity cards 取消理由")
        String reason) {}
