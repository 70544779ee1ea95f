package org.pengjiang.team.appeals;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One unit in the list: its sums over the months asked for. */
@Schema(name = "UnitAppealsSummary")
record UnitAppealsSummary(UUID unitId, String unitCode, String unitName, long openNow, Counters total) {}
