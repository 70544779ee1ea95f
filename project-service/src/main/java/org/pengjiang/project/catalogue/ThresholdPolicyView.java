package org.pengjiang.project.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.project.model.ThresholdPolicy;

/** One version of the entry thresholds; amounts per mu in 万元/亩. */
record ThresholdPolicyView(
        String version,
        LocalDate validFrom,
        String area,
        Yuan minTotalYuan,
        BigDecimal minIntensityWanPerMu,
        BigDecimal minTaxWanPerMu,
        @Nullable BigDecimal minOutputWanPerMu,
        @Nullable BigDecimal minPlotRatio,
        Yuan leadingGroupFromYuan,
        int opinionWorkdays,
        @Nullable String documentNo,
        String note,
        boolean assumption) {
    static ThresholdPolicyView of(ThresholdPolicy policy) {
        return new ThresholdPolicyView(
                policy.version(),
                policy.validFrom(),
                policy.area(),
                policy.minTotal(),
                policy.minIntensity(),
                policy.minTax(),
                policy.minOutput(),
                policy.minPlotRatio(),
                policy.leadingGroupFrom(),
                policy.opinionWorkdays(),
                policy.documentNo(),
                policy.note(),
                policy.isAssumption());
    }
}
