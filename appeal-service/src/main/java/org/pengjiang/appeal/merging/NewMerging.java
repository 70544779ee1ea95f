package org.pengjiang.appeal.merging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Which appeal it follows, and why. */
record NewMerging(
        @NotNull @Schema(description = "the appeal that is answered for both 主诉求")
        UUID masterId,

        @NotNull @LongText(max = 1000) @Schema(description = "why the two are one matter 并案理由")
        String reason) {}
