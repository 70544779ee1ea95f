package org.pengjiang.team.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise of a pledge.
 *
 * @param minBand counts only projects of this size at signing and above
 * @param weight in basis points; the lines of a pledge add up to 10000
 * @param cap how much of the weight over-delivery can earn at most
 * @param customCurve for {@link Curve#CUSTOM}: what is due after each month, in basis points, ending at 10000
 */
@Embeddable
public record TargetLine(
        @Column @Enumerated(EnumType.STRING) Metric metric,

        @Column(name = "line_kind") @Enumerated(EnumType.STRING)
        LineKind kind,

        @Column(name = "min_band") @Enumerated(EnumType.STRING) @Nullable Band minBand,

        @Column @Nullable Boolean manufacturing,
        @Column @Nullable String chain,
        @Column @Nullable String tag,
        @Column BigDecimal target,
        @Column @Enumerated(EnumType.STRING) Quantity unit,
        @Column int weight,
        @Column BigDecimal cap,
        @Column @Enumerated(EnumType.STRING) Curve curve,
        @Column(name = "custom_curve") int @Nullable [] customCurve,
        @Column @Nullable BigDecimal stretch) {

    /** However its numbers are spelled: 1.2 is 1.20, and a record compares arrays by identity. */
    boolean promisesTheSameAs(TargetLine other) {
        return key().equals(other.key())
                && target.compareTo(other.target) == 0
                && unit == other.unit
                && weight == other.weight
                && cap.compareTo(other.cap) == 0
                && curve == other.curve
                && Arrays.equals(customCurve, other.customCurve)
                && isSameNumber(stretch, other.stretch);
    }

    private static boolean isSameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null ? one.compareTo(other) == 0 : one == null && other == null;
    }

    /** Lines with one key promise the same thing and may be added up over teams. */
    public String key() {
        StringBuilder key = new StringBuilder(metric.name());
        if (kind == LineKind.BREAKTHROUGH) {
            key.append("!");
        }
        append(key, "band", minBand);
        append(key, "manufacturing", manufacturing);
        append(key, "chain", chain);
        append(key, "tag", tag);
        return key.toString();
    }

    private static void append(StringBuilder key, String name, @Nullable Object value) {
        if (value != null) {
            key.append(';').append(name).append('=').append(value);
        }
    }

    /** The bands whose projects count. */
    public List<Band> bands() {
        return Arrays.stream(Band.values())
                .filter(band -> minBand == null || band.compareTo(minBand) >= 0)
                .toList();
    }

    /** The same promise with another target: for a whole of several teams. */
    public TargetLine withTarget(BigDecimal whole) {
        return new TargetLine(
                metric,
                kind,
                minBand,
                manufacturing,
                chain,
                tag,
                whole,
                unit,
                weight,
                cap,
                curve,
                customCurve,
                stretch);
    }

    public List<Integer> custom() {
        return customCurve == null
                ? List.of()
                : Arrays.stream(customCurve).boxed().toList();
    }

    /** Whether credit with these traits counts for the line. */
    public boolean covers(Band band, boolean isManufacturing, String ofChain, List<String> tags) {
        return (minBand == null || band.compareTo(minBand) >= 0)
                && (manufacturing == null || manufacturing == isManufacturing)
                && (chain == null || chain.equals(ofChain))
                && (tag == null || tags.contains(tag));
    }

    /** A quantity as documents show it: money and percent with two places, projects with as many as they need. */
    public BigDecimal inUnit(BigDecimal quantity) {
        int needed = Math.max(0, quantity.stripTrailingZeros().scale());
        return quantity.setScale(unit == Quantity.PROJECT ? needed : unit.scale());
    }
}
