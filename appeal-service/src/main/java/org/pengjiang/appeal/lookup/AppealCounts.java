package org.pengjiang.appeal.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/**
 * How many appeals the caller sees in which state at which unit.
 *
 * @param open those that are open now
 * @param ended those that ended in these days
 */
record AppealCounts(Instant serverTime, List<Count> open, LocalDate endedFrom, LocalDate endedTo, List<Count> ended) {
    /** @param count never 0 */
    @Schema(name = "AppealCount")
    record Count(
            AppealState state,
            @Schema(description = "状态") String stateNameZh,
            String stateNameEn,

            @Schema(description = "in which the code of the unit is unique 区县", examples = "440703")
            String districtCode,

            @Schema(description = "code of the unit that answers for it, where one does 责任单位", examples = "440703101")
            @Nullable String unit,

            @Schema(description = "责任单位名称") @Nullable String unitName,
            long count) {}
}
