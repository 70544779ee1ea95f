package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** Whom the lead calls together, for what, where and when. */
record NewCoordination(
        @NotNull @Size(min = 1, max = NewCoordination.MOST_UNITS) @Schema(description = "codes of the units that are called 被吹哨单位")
        List<@NotNull @KeyString(max = 60) String> units,

        @NotNull @LongText(max = 2000) String purpose,
        @NotNull @OneLine(max = 200) String place,

        @Nullable @Schema(
                description =
                        "the meeting; P0 and P1: at most 30 minutes ahead, and then by default; others: at most 30 days ahead 会商时间")
        Instant meetAt) {
    static final int MOST_UNITS = 10;
}
