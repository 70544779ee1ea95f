package org.pengjiang.appeal.waiting;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why somebody decides so. */
@Schema(name = "SuspensionReason")
record Reason(
        @NotNull @LongText(max = 1000) @Schema(description = "理由")
        String reason) {}
