package org.pengjiang.team.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted. A metric with a stage is earned once in a project's life, when it passes the gate to that stage. */
public enum Metric {
    SIGNED_COUNT(Quantity.PROJECT, Stage.SIGNED, null),
    SIGNED_AMOUNT(Quantity.YUAN, Stage.SIGNED, null),
    COUNT_100M(Quantity.PROJECT, Stage.SIGNED, Band.FROM_100M),
    COUNT_500M(Quantity.PROJECT, Stage.SIGNED, Band.FROM_500M),
    COUNT_1BN(Quantity.PROJECT, Stage.SIGNED, Band.FROM_1BN),
    COUNT_2BN(Quantity.PROJECT, Stage.SIGNED, Band.FROM_2BN),
    COUNT_5BN(Quantity.PROJECT, Stage.SIGNED, Band.FROM_5BN),
    REGISTERED_COUNT(Quantity.PROJECT, Stage.REGISTERED, null),
    START_COUNT(Quantity.PROJECT, Stage.CONSTRUCTION, null),
    PRODUCTION_COUNT(Quantity.PROJECT, Stage.IN_PRODUCTION, null),
    TARGET_REACHED_COUNT(Quantity.PROJECT, Stage.AT_TARGET, null),
    /** Signed amount of manufacturing projects ÷ signed amount. */
    MANUFACTURING_SHARE(SIGNED_AMOUNT, SIGNED_AMOUNT),
    /** Signed amount of projects in a chain ÷ signed amount. */
    CHAIN_SHARE(SIGNED_AMOUNT, SIGNED_AMOUNT),
    /** Projects started ÷ projects signed. */
    START_RATE(START_COUNT, SIGNED_COUNT),
    /** Projects in production ÷ projects signed. */
    PRODUCTION_RATE(PRODUCTION_COUNT, SIGNED_COUNT);

    private final Quantity quantity;
    private final @Nullable Stage stage;
    private final @Nullable Band band;
    private final @Nullable Metric numerator;
    private final @Nullable Metric denominator;

    Metric(Quantity quantity, Stage stage, @Nullable Band band) {
        this.quantity = quantity;
        this.stage = stage;
        this.band = band;
        this.numerator = null;
        this.denominator = null;
    }

    Metric(Metric numerator, Metric denominator) {
        this.quantity = Quantity.PERCENT;
        this.stage = null;
        this.band = null;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** The size band whose projects it counts. */
    public Optional<Band> band() {
        return Optional.ofNullable(band);
    }

    public boolean isRatio() {
        return numerator != null;
    }

    /** What is summed on the upper side: the metric itself unless it is a ratio. */
    public Metric numerator() {
        return numerator == null ? this : numerator;
    }

    public Optional<Metric> denominator() {
        return Optional.ofNullable(denominator);
    }

    public boolean isEarnedAt(Stage reached) {
        return stage == reached;
    }

    /** True for what falls when a project is put back to {@code stage} by a correction. */
    public boolean liesBeyond(Stage reached) {
        return stage != null && stage.compareTo(reached) > 0;
    }

    public static List<Metric> earnedAt(Stage stage) {
        return Arrays.stream(values())
                .filter(metric -> metric.isEarnedAt(stage))
                .toList();
    }

    /** The smallest total that counts in the band; zero for metrics without one. */
    public BigDecimal threshold() {
        return band == null ? BigDecimal.ZERO : band.fromYuan();
    }
}
