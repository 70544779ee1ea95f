package org.pengjiang.identifiers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An area in m² with exactly two places, never negative, at most 18 digits. One mu 亩 is 2000/3 m², so 15 mu are one
 * hectare: m² to mu is exact, and only the last step of a conversion or ratio is ever rounded.
 */
public final class SquareMetres implements Comparable<SquareMetres> {

    public static final SquareMetres ZERO = new SquareMetres(0);

    private static final int SCALE = 2;
    /** A hundredth of a m² is 15 millionths of a mu. */
    private static final int MU_SCALE = 6;

    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);
    private static final BigDecimal TWO_THOUSAND = BigDecimal.valueOf(2000);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final TwoPlaces FORM = new TwoPlaces("SQUARE_METRES", "An area in m²", "以平方米为单位的面积");

    private final long hundredths;

    private SquareMetres(long hundredths) {
        if (hundredths < 0) {
            throw new InvalidIdentifier("SQUARE_METRES_NEGATIVE", "An area is not negative.", "面积不得为负数。");
        }
        this.hundredths = hundredths;
    }

    /**
     * Reads a plain decimal such as {@code 200100.05}; nothing is rounded.
     *
     * @throws InvalidIdentifier {@code SQUARE_METRES_SHAPE}, {@code SQUARE_METRES_SCALE}, {@code SQUARE_METRES_RANGE},
     *     {@code SQUARE_METRES_NEGATIVE}
     */
    public static SquareMetres parse(@Nullable String raw) {
        return of(FORM.decimal(raw));
    }

    /** As {@link #parse}. */
    public static SquareMetres of(BigDecimal squareMetres) {
        return new SquareMetres(FORM.hundredths(squareMetres));
    }

    /**
     * Reads an area in mu: × 2000/3, rounded half up to the hundredth of a m², because a mu is no finite number of m².
     *
     * @throws InvalidIdentifier as {@link #parse}; more than two places of mu are {@code SQUARE_METRES_SCALE}
     */
    public static SquareMetres parseMu(@Nullable String raw) {
        BigDecimal mu = BigDecimal.valueOf(FORM.hundredths(FORM.decimal(raw)), SCALE);
        return of(mu.multiply(TWO_THOUSAND).divide(THREE, SCALE, RoundingMode.HALF_UP));
    }

    public SquareMetres plus(SquareMetres other) {
        return new SquareMetres(FORM.inRange(hundredths + other.hundredths));
    }

    /** The area in m², scale 2. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(hundredths, SCALE);
    }

    public boolean isZero() {
        return hundredths == 0;
    }

    /** The area in mu, exact, scale 6. */
    public BigDecimal exactMu() {
        return new BigDecimal(muMillionths().toBigInteger(), MU_SCALE);
    }

    /** The area in mu for display, scale 2, half up. */
    public BigDecimal mu() {
        return exactMu().setScale(SCALE, RoundingMode.HALF_UP);
    }

    private BigDecimal muMillionths() {
        return BigDecimal.valueOf(hundredths).multiply(FIFTEEN);
    }

    /**
     * The amount per land area in 万元/亩, scale 2, half up, divided once and last. Absent where there is no land (a leased
     * floor): then {@link #yuanPerSquareMetre} of the floor area is the measure.
     */
    public Optional<BigDecimal> wanPerMu(Yuan amount) {
        if (isZero()) {
            return Optional.empty();
        }
        // (fen ÷ 10⁶ 万元) ÷ (millionths of mu ÷ 10⁶): both powers cancel
        return Optional.of(BigDecimal.valueOf(amount.fen()).divide(muMillionths(), SCALE, RoundingMode.HALF_UP));
    }

    /** The amount per area in yuan/m², scale 2, half up; absent for no area. */
    public Optional<BigDecimal> yuanPerSquareMetre(Yuan amount) {
        if (isZero()) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(amount.fen()).divide(BigDecimal.valueOf(hundredths), SCALE, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(SquareMetres other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SquareMetres that && hundredths == that.hundredths;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hundredths);
    }

    /** The form on the wire: a plain decimal with two places. */
    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
