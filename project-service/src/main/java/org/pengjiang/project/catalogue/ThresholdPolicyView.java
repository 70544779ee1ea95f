package org.pengjiang.project.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

        @Schema(description = "what is in force in the own district now, see getSetting time-limits 部门意见时限")
        int opinionWorkdays,

        @Nullable String documentNo,
        String note,
        boolean assumption) {
    /** @param opinionWorkdays of the reader's district: a setting, and the same beside every version */
    static ThresholdPolicyView of(ThresholdPolicy policy, int opinionWorkdays) {
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
                opinionWorkdays,
                policy.documentNo(),
                policy.note(),
                policy.isAssumption());
    }
}
