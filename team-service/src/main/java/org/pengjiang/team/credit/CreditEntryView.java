package org.pengjiang.team.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of a team's ledger. */
@Schema(name = "CreditEntry")
record CreditEntryView(
        UUID id,
        UUID eventId,
        UUID projectId,
        String projectNo,
        String metric,
        String period,

        @Schema(description = "Boards count it from this day on")
        LocalDate effectiveOn,

        @Schema(description = "EARN, ADJUST or REVERSE") String kind,
        String cause,
        String quantity,
        String unit,
        @Schema(description = "Imported for a past year") boolean historical,
        int ruleVersion,
        Optional<UUID> reversalOf) {

    /** How a page of entries reads in the OpenAPI document; the answer itself is the kit's page. */
    @Schema(name = "CreditEntryPage")
    record OfPage(List<CreditEntryView> items, Optional<String> next) {}
}
