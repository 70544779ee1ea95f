package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;

/** How one side of a coordination found the other. */
record NewScore(
        @NotNull @KeyString(max = 60)
        @Schema(description = "code of the unit that the lead scores; of a unit that scores the lead its own 单位")
        String unit,

        @NotNull @Min(1) @Max(5) @Schema(description = "5 is best 评分")
        Integer score) {}
