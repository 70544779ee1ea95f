package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/** What the centre says to the objection of a unit. */
@Schema(name = "CotaskRuling")
record Ruling(
        @NotNull @Schema(description = "true: the co-task ends; false: it stays 异议是否成立")
        Boolean upheld,

        @NotNull @LongText(max = 1000) String note,

        @Nullable @KeyString(max = 60)
        @Schema(description = "code of the unit that is asked instead, where the objection is upheld 改派协办单位")
        String unit) {}
