package org.pengjiang.appeal.waiting;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why the enterprise does not accept that its appeal pauses. */
record NewObjection(
        @NotNull @LongText(max = 1000) @Schema(description = "why the appeal should not pause 异议理由")
        String reason) {}
