package org.pengjiang.team.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Light;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TeamKind;

/** The board of a district as of a date. */
@Schema(name = "Board")
record BoardView(
        int year,
        LocalDate asOf,
        String division,

        @Schema(description = "True until the cut-off of the month of asOf: what is recorded in time still counts")
        boolean provisional,

        TimeView timeProgress,
        DistrictView district,
        List<TeamRow> teams,

        @Schema(description = "The teams' credit adds up to the district's, to the fen and to 0.0001 of a project")
        boolean reconciled,

        @Schema(description = "Which inputs only the district can decide and has not yet decided (假设)")
        List<AssumptionView> assumptions) {

    /** How much of the year is due. */
    @Schema(name = "TimeProgress")
    record TimeView(
            String curve,
            int completedMonths,
            @Schema(examples = "50.00") String percent) {}

    /** The district as a whole: summed from the project events without splitting. */
    @Schema(name = "DistrictStanding")
    record DistrictView(
            Optional<String> targetYuan,
            String creditedYuan,
            @Schema(examples = "65.22") Optional<String> percent,

            @Schema(description = "Percent minus time progress, in percentage points (个百分点)", examples = "+15.22")
            Optional<String> gapPoints,

            @Schema(examples = "1.304") Optional<String> ratio,
            Light light,
            boolean historical,
            List<LineView> lines) {}

    /** A team among the others of its group. */
    @Schema(name = "TeamStanding")
    record TeamRow(
            UUID teamId,
            String code,
            String name,
            TeamKind kind,
            String group,
            String divisionCode,
            Optional<String> targetYuan,
            String creditedYuan,
            Optional<String> percent,
            Optional<String> gapPoints,
            Optional<String> ratio,
            Light light,

            @Schema(description = "Overall, from all its lines")
            Light overall,

            @Schema(description = "Out of 100, against what is due; absent while nothing is due")
            Optional<String> interimScore,

            @Schema(description = "Out of 100, against the whole year's targets")
            Optional<String> finalScore,

            @Schema(description = "Inside the group; equal scores share a place and the next one skips")
            Optional<Integer> place,

            boolean historical,
            List<LineView> lines) {}

    /** One line of a pledge, or of all pledges together for the district. */
    @Schema(name = "LineStanding")
    record LineView(
            @Schema(description = "Names the line in explain")
            String key,

            Metric metric,
            LineKind lineKind,
            Quantity unit,
            String target,
            String credited,
            Optional<String> percent,
            Optional<String> gapPoints,
            Optional<String> ratio,
            Light light,
            @Schema(description = "Basis points") int weight,

            @Schema(description = "Not judged: its weight is spread over the others")
            boolean neutral) {}

    /** A default that stands in for a decision. */
    @Schema(name = "Assumption")
    record AssumptionView(String setting, int version, JsonNode value, String source) {}
}
