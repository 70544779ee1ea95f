package org.pengjiang.identifiers;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in yuan with exactly two places, at most 18 digits ({@code NUMERIC(18,2)}). Kept as whole fen, so
 * that sums and splits are exact; there is no way in or out through a floating-point number. On the wire it is the plain
 * decimal string of {@link #toString()}. Negative amounts exist (reversals); whether one is allowed is the caller's rule.
 */
public final class Yuan implements Comparable<Yuan> {

    public static final Yuan ZERO = new Yuan(0);

    private static final int SCALE = 2;
    private static final int WAN_SCALE = 6;
    private static final int YI_SCALE = 10;
    private static final long LOWEST_PLAUSIBLE_FEN = 1_000_000L * 100;
    private static final long HIGHEST_PLAUSIBLE_FEN = 50_000_000_000L * 100;
    private static final TwoPlaces FORM = new TwoPlaces("YUAN", "An amount in yuan", "以元为单位的金额");

    private final long fen;

    private Yuan(long fen) {
        this.fen = fen;
    }

    /**
     * Reads a plain decimal such as {@code 1200000}, {@code 0.5} or {@code -12.30}: no exponent, no plus sign, no
     * thousands separators, at most two places. Nothing is ever rounded.
     *
     * @throws InvalidIdentifier {@code YUAN_SHAPE}, {@code YUAN_SCALE} (more than two places), {@code YUAN_RANGE}
     */
    public static Yuan parse(@Nullable String raw) {
        return of(FORM.decimal(raw));
    }

    /** Reads an amount in 万元 (ten thousand yuan), at most six places, as exchange files give it; see {@link #parse}. */
    public static Yuan parseWan(@Nullable String raw) {
        return of(FORM.decimal(raw).movePointRight(4));
    }

    /** Reads an amount in 亿元 (a hundred million yuan), at most ten places; see {@link #parse}. */
    public static Yuan parseYi(@Nullable String raw) {
        return of(FORM.decimal(raw).movePointRight(8));
    }

    /**
     * @throws InvalidIdentifier {@code YUAN_SCALE} when fractions of a fen would be lost, {@code YUAN_RANGE} beyond 16
     *     integer digits
     */
    public static Yuan of(BigDecimal amount) {
        return new Yuan(FORM.hundredths(amount));
    }

    /** @throws InvalidIdentifier {@code YUAN_RANGE} */
    public static Yuan ofFen(long fen) {
        return new Yuan(FORM.inRange(fen));
    }

    /** The exact sum; zero of nothing. */
    public static Yuan sum(Collection<Yuan> amounts) {
        Yuan total = ZERO;
        for (Yuan amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    /** The amount in yuan, scale 2. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(fen, SCALE);
    }

    /** The amount in fen, exact. */
    public long fen() {
        return fen;
    }

    /** The amount in 万元 (÷ 10⁴), exact, scale 6. */
    public BigDecimal inWan() {
        return BigDecimal.valueOf(fen, WAN_SCALE);
    }

    /** The amount in 亿元 (÷ 10⁸), exact, scale 10. */
    public BigDecimal inYi() {
        return BigDecimal.valueOf(fen, YI_SCALE);
    }

    public Yuan plus(Yuan other) {
        return ofFen(fen + other.fen);
    }

    public Yuan minus(Yuan other) {
        return ofFen(fen - other.fen);
    }

    public Yuan negate() {
        return ofFen(-fen);
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    /**
     * Splits the amount by shares in basis points: each part gets its share rounded down to the fen, and the fen left over
     * go one by one to the largest cut-off fractions, on a tie to the lower index (so sort the receivers by team code
     * before). The parts add up to the amount exactly; {@code x.negate()} splits into the negated parts.
     *
     * @param basisPoints each 0 to 10000, together exactly 10000
     * @throws InvalidIdentifier {@code BASIS_POINTS_RANGE}, {@code BASIS_POINTS_SUM}
     */
    public List<Yuan> distribute(int... basisPoints) {
        BasisPoints.requireWhole(basisPoints);
        long[] parts = LargestRemainder.split(Math.abs(fen), basisPoints);
        return Arrays.stream(parts)
                .mapToObj(part -> ofFen(fen < 0 ? -part : part))
                .toList();
    }

    /** As {@link #distribute(int...)}. */
    public List<Yuan> distribute(List<BasisPoints> shares) {
        return distribute(shares.stream().mapToInt(BasisPoints::value).toArray());
    }

    /**
     * A warning for a planned investment below one million or above fifty billion yuan: the classic mix-up of 万 and 亿.
     * Never a refusal.
     */
    public Optional<Finding> plausibilityOfPlannedInvestment() {
        if (fen >= LOWEST_PLAUSIBLE_FEN && fen <= HIGHEST_PLAUSIBLE_FEN) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "YUAN_IMPLAUSIBLE",
                "A planned investment below 1 million or above 50 billion yuan is unusual: were 万元 and 亿元 mixed up?",
                "计划投资低于100万元或高于500亿元，较为罕见：请核对是否混淆了“万元”与“亿元”。"));
    }

    @Override
    public int compareTo(Yuan other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Yuan that && fen == that.fen;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fen);
    }

    /** The form on the wire: a plain decimal with two places, such as {@code -12.30}. */
    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
