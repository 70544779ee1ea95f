package org.pengjiang.appeal.directory;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often the directory named the unit that the appeal stayed with. Appeals of a special class do not count. */
@Schema(name = "DispatchHitRate")
record HitRateView(LocalDate from, LocalDate to, List<OfCategory> categories) {
    /** One category of the first dispatches in these days. */
    @Schema(name = "DispatchHitRateOfCategory")
    record OfCategory(
            String category,

            @Schema(description = "First dispatches 首次派单数") long dispatched,

            @Schema(description = "Of these, those that a rule named the unit for 目录派单数")
            long byRule,

            @Schema(description = "Of those by a rule, those that no other unit got in the same round 命中数")
            long stayed,

            @Schema(description = "stayed of dispatched, in basis points; absent where nothing was dispatched 命中率")
            @Nullable Long hitBasisPoints) {}
}
