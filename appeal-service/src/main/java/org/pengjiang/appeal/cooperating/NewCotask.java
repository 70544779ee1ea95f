package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** What another unit is asked to do. */
record NewCotask(
        @NotNull @KeyString(max = 60) @Schema(description = "code of the unit that is asked to help 协办单位")
        String unit,

        @NotNull @LongText(max = 2000) @Schema(description = "what it is to do 协办事项")
        String content,

        @NotNull @Schema(description = "whether the lead cannot reply before it is done or waived 是否必须完成")
        Boolean mandatory) {}
