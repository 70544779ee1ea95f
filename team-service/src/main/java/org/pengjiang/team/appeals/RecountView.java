package org.pengjiang.team.appeals;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the counters are what their entries add up to; at most a hundred differences. */
@Schema(name = "UnitAppealRecount")
record RecountView(String district, boolean equal, List<Difference> differences) {

    /** @param month empty for what is open now */
    @Schema(name = "UnitAppealDifference")
    record Difference(String unitCode, String month, String figure, long entries, long rollup) {}
}
