package org.pengjiang.team.credit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ledger built again from the first event, beside the one that stands. */
@Schema(name = "RebuildCheck")
record RebuildView(
        boolean equal,

        @Schema(description = "Project events applied again")
        long events,

        @Schema(description = "Events the live ledger has not applied: waiting or parked")
        long waiting,

        long projects,
        long postings,

        @Schema(description = "The first hundred differences")
        List<DifferenceView> differences) {

    /** A posting that only one side has, or that differs. */
    @Schema(name = "RebuildDifference")
    record DifferenceView(String projectNo, UUID posting, String how) {}
}
