package org.pengjiang.team.appeals;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The appeals of one unit: sums, month by month, and what each figure means. */
@Schema(name = "UnitAppeals")
record UnitAppealsView(
        UUID unitId,
        String unitCode,
        String unitName,
        String from,
        String to,

        @Schema(description = "open appeals that the unit answers for at this moment 在办")
        long openNow,

        Counters total,
        List<Month> months,
        List<Definition> definitions) {

    /** One month in Asia/Shanghai. */
    @Schema(name = "UnitAppealMonth")
    record Month(@Schema(description = "such as 2026-09") String month, Counters counters) {}

    /** What a figure means, in the reader's language. */
    @Schema(name = "UnitAppealDefinition")
    record Definition(String figure, String meaning) {}
}
