package org.pengjiang.project.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.identifiers.Yuan;

/** Holds a project's figures against a policy. */
final class Thresholds {
    private static final String WAN_PER_MU = "万元/亩";
    private static final BigDecimal YUAN_PER_M2_OF_ONE_WAN_PER_MU = new BigDecimal("15");

    private Thresholds() {}

    static List<AdmissionItem> measure(InvestmentProject project, ThresholdPolicy policy) {
        List<AdmissionItem> items = new ArrayList<>();
        Yuan total = project.money().plannedTotalYuan();
        items.add(AdmissionItem.of(
                "TOTAL_INVESTMENT",
                total == null ? null : total.amount(),
                policy.minTotal().amount(),
                "yuan"));
        items.add(perMu("INTENSITY", total, project.land(), policy.minIntensity()));
        items.add(perMu("TAX_PER_MU", project.output().peakTaxYuan(), project.land(), policy.minTax()));
        if (policy.minOutput() != null) {
            items.add(perMu("OUTPUT_PER_MU", project.output().peakOutputYuan(), project.land(), policy.minOutput()));
        }
        if (policy.minPlotRatio() != null) {
            items.add(AdmissionItem.of("PLOT_RATIO", project.land().plotRatio(), policy.minPlotRatio(), "ratio"));
        }
        return items;
    }

    /** Shown rounded to two places, judged unrounded: 249.996 is below 250. */
    private static AdmissionItem perMu(String metric, @Nullable Yuan amount, Land land, BigDecimal required) {
        LandMode mode = land.landMode();
        if (mode != null && !mode.hasOwnLand()) {
            return AdmissionItem.notApplicable(metric, required, WAN_PER_MU);
        }
        SquareMetres area = land.landAreaM2();
        if (amount == null || area == null || area.isZero()) {
            return AdmissionItem.of(metric, null, required, WAN_PER_MU);
        }
        BigDecimal shown = area.wanPerMu(amount).orElseThrow();
        BigDecimal needed = required.multiply(YUAN_PER_M2_OF_ONE_WAN_PER_MU).multiply(area.amount());
        ItemOutcome outcome = amount.amount().compareTo(needed) >= 0 ? ItemOutcome.PASSED : ItemOutcome.FAILED;
        return new AdmissionItem(metric, shown, required, WAN_PER_MU, outcome);
    }
}
