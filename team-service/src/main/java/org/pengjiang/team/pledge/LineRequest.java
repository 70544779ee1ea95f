package org.pengjiang.team.pledge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TargetLine;

/** One promise as it is drafted; what is absent takes the district's default. */
@Schema(name = "DraftTargetLine")
record LineRequest(
        @NotNull Metric metric,
        @NotNull LineKind lineKind,

        @Schema(description = "Counts only projects of this size at signing and above") @Nullable Band minBand,

        @Nullable Boolean manufacturing,

        @Size(min = 1, max = 40) @Pattern(regexp = "[A-Z_]+", message = "{such.as} NEW_ELECTRONICS") @Nullable String chain,

        @Size(min = 1, max = 40) @Pattern(regexp = "[A-Z_]+", message = "{such.as} HIGH_END") @Nullable String tag,

        @NotNull @Pattern(regexp = DECIMAL, message = "{such.as} 1000000000.00") @Schema(description = "A decimal: yuan, projects or percent, by the metric", examples = "1000000000.00")
        String target,

        @Min(0) @Max(10_000) @NotNull @Schema(description = "Basis points; the lines of a pledge add up to 10000")
        Integer weight,

        @Pattern(regexp = "1([.][01][0-9]?|[.]20?)?", message = "{such.as} 1.10")
        @Schema(description = "How much of the weight over-delivery earns at most, 1.00 to 1.20", examples = "1.00")
        @Nullable String cap,

        @Nullable Curve curve,

        @Schema(description = "For CUSTOM: what is due after each month, in basis points, the last one 10000") @Nullable List<@NotNull @Min(0) @Max(10_000) Integer> customCurve,

        @Pattern(regexp = DECIMAL, message = "{such.as} 1000000000.00") @Nullable String stretch) {
    private static final String DECIMAL = "[0-9]{1,16}([.][0-9]{1,4})?";

    boolean isAmount() {
        return metric != null && metric.quantity() == Quantity.YUAN;
    }

    TargetLine toLine(Curve usualCurve, BigDecimal usualCap) {
        int[] custom = customCurve == null
                ? null
                : customCurve.stream().mapToInt(Integer::intValue).toArray();
        return new TargetLine(
                metric,
                lineKind,
                minBand,
                manufacturing,
                chain,
                tag,
                new BigDecimal(target),
                metric.quantity(),
                weight,
                cap == null ? usualCap : new BigDecimal(cap),
                Objects.requireNonNullElse(curve, usualCurve),
                custom,
                stretch == null ? null : new BigDecimal(stretch));
    }
}
