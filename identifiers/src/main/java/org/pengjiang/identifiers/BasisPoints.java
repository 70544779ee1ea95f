package org.pengjiang.identifiers;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A share in basis points, 0 to 10000 (one hundredth of a percent each), so that shares add up as whole numbers. */
public record BasisPoints(int value) implements Comparable<BasisPoints> {

    public static final int WHOLE = 10_000;

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,5}");

    /** @throws InvalidIdentifier {@code BASIS_POINTS_RANGE} outside 0 to 10000 */
    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw outOfRange();
        }
    }

    public static BasisPoints of(int value) {
        return new BasisPoints(value);
    }

    /**
     * Reads whole digits such as {@code 5000}.
     *
     * @throws InvalidIdentifier {@code BASIS_POINTS_SHAPE}, {@code BASIS_POINTS_RANGE}
     */
    public static BasisPoints parse(@Nullable String raw) {
        String digits = raw == null ? "" : KeyText.trimmed(raw);
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier(
                    "BASIS_POINTS_SHAPE",
                    "A share in basis points is a whole number from 0 to 10000.",
                    "份额（基点）须为0至10000的整数。");
        }
        return new BasisPoints(Integer.parseInt(digits));
    }

    /**
     * @throws InvalidIdentifier {@code BASIS_POINTS_RANGE} when one is outside 0 to 10000, {@code BASIS_POINTS_SUM} when
     *     together they are not exactly 10000
     */
    public static void requireWhole(int... shares) {
        long sum = 0;
        for (int share : shares) {
            sum += BasisPoints.of(share).value();
        }
        if (sum != WHOLE) {
            throw new InvalidIdentifier(
                    "BASIS_POINTS_SUM",
                    "The shares add up to " + sum + " basis points; they must add up to exactly 10000.",
                    "份额合计为" + sum + "基点，必须恰好等于10000。");
        }
    }

    private static InvalidIdentifier outOfRange() {
        return new InvalidIdentifier(
                "BASIS_POINTS_RANGE", "A share lies between 0 and 10000 basis points.", "份额须在0至10000基点之间。");
    }

    /** The share in percent, exact, scale 2. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(value, 2);
    }

    @Override
    public int compareTo(BasisPoints other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
