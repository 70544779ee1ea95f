package org.pengjiang.team.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.http.Page;
import org.pengjiang.team.model.Light;

/** Why a figure of the board is what it is, in words and with every entry behind it. */
@Schema(name = "Explanation")
record ExplanationView(
        int year,
        LocalDate asOf,
        String division,
        @Schema(description = "Absent for the district") Optional<String> team,
        String line,

        @Schema(description = "What a person would say, in the language asked for")
        List<String> sentences,

        List<StepView> steps,
        Light light,

        @Schema(description = "The ledger entries that make the credited figure, oldest first")
        Page<EntryView> entries,

        @Schema(description = "What was recorded and does not count, with the reason; the latest fifty")
        List<UncountedView> uncounted,

        List<BoardView.AssumptionView> assumptions) {

    /** One step of the arithmetic. */
    @Schema(name = "ExplanationStep")
    record StepView(
            String name,

            @Schema(examples = "12602000000.00 ÷ 19322000000.00 × 100")
            String formula,

            @Schema(description = "Up to ten places; … where more follow")
            String unrounded,

            String rounded) {}

    /** One entry of the ledger. */
    @Schema(name = "ExplainedEntry")
    record EntryView(
            UUID id,
            UUID eventId,
            UUID projectId,
            String projectNo,
            String metric,
            String period,
            LocalDate effectiveOn,
            String kind,
            String cause,
            @Schema(description = "Why, in words") String words,
            String quantity,
            String unit,
            boolean historical,
            int ruleVersion,
            Optional<UUID> reversalOf) {}

    /** A fact that earned nothing, or not everything. */
    @Schema(name = "UncountedFact")
    record UncountedView(String projectNo, LocalDate businessDate, String reason, String words) {}
}
