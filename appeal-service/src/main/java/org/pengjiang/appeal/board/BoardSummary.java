package org.pengjiang.appeal.board;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The board in numbers, by unit. What has no unit is the centre's. */
record BoardSummary(
        Instant serverTime,

        @Schema(description = "until when what counts as due soon is due 即将到期截止时间")
        Instant dueSoonUntil,

        List<OfUnit> units) {

    /**
     * @param rungs the overdue appeals by the highest rung of a clock
     * @param levels the same by the level of supervision
     */
    @Schema(name = "BoardUnit")
    record OfUnit(
            @Schema(description = "in which the code is unique 区县", examples = "440703")
            String districtCode,

            @Nullable String unit,
            @Schema(description = "单位名称") @Nullable String unitName,
            @Schema(description = "超期未办") long overdue,
            List<Rung> rungs,
            List<Level> levels,
            @Schema(description = "即将到期") long dueSoon,
            @Schema(description = "未销号督办单") long openOrders) {}

    /** @param rung 100 is the due itself; absent where it is not noticed yet */
    @Schema(name = "BoardRung")
    record Rung(@Nullable Integer rung, long count) {}

    @Schema(name = "BoardLevel")
    record Level(int supervisionLevel, long count) {}
}
