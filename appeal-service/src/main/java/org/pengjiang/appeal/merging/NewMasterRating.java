package org.pengjiang.appeal.merging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.kit.text.LongText;

/** Two questions, asked apart. */
record NewMasterRating(
        @NotNull @Schema(description = "whether the own matter is solved 是否解决")
        Solved solved,

        @NotNull @Min(1) @Max(5) @Schema(description = "how satisfied the appellant is 满意度")
        Integer stars,

        @Nullable @LongText(max = 1000) String comment) {}
