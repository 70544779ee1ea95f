package org.pengjiang.team.credit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two ways to the same figures: the teams' entries, and the district's totals that no split has touched. */
@Schema(name = "Reconciliation")
record ReconciliationView(
        int year,
        String division,

        @Schema(description = "Every event's parts add up to its whole, and the rollup to the ledger")
        boolean balanced,

        List<MetricView> metrics,

        @Schema(description = "The first hundred places where they differ; empty when balanced")
        List<DifferenceView> differences) {

    /** A metric over the whole year. */
    @Schema(name = "ReconciledMetric")
    record MetricView(String metric, String unit, String district, String teams, String difference) {}

    /** One place where the two ways part. */
    @Schema(name = "ReconciliationDifference")
    record DifferenceView(String where, String metric, String district, String teams) {}
}
