package org.pengjiang.appeal.merging;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why the two are no longer one matter. */
record NewSeparation(
        @NotNull @LongText(max = 1000) @Schema(description = "why 拆分理由")
        String reason) {}
