package org.pengjiang.appeal.returning;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** How somebody rules on a return, or proposes to. */
record Ruling(
        @NotNull @Schema(description = "false: the unit keeps it 退单是否成立")
        Boolean upheld,

        @Nullable @KeyString(max = 60)
        @Schema(
                description =
                        "who gets it; absent: whom the centre has proposed, else whom the returning unit has named 改派单位",
                examples = "440703-ZR")
        String unit,

        @NotNull @LongText(max = 1000) @Schema(description = "why 裁决理由")
        String note) {}
