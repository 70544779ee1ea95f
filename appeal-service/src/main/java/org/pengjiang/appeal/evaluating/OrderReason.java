package org.pengjiang.appeal.evaluating;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why an appeal is worked on again. */
record OrderReason(
        @NotNull @LongText(max = 1000) @Schema(description = "shown with the round that begins 理由")
        String reason) {}
