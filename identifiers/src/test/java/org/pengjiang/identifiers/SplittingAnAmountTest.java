package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplittingAnAmountTest {

    @Test
    void givesTheLastFenToTheLargestFraction() {
        assertEquals(List.of("33330000.00", "33330000.00", "33340000.01"), split("100000000.01", 3333, 3333, 3334));
    }

    @Test
    void givesTheLastFenToTheLowerIndexOnATie() {
        assertEquals(List.of("50.01", "50.00"), split("100.01", 5000, 5000));
        assertEquals(List.of("0.01", "0.01", "0.00", "0.00"), split("0.02", 2500, 2500, 2500, 2500));
    }

    @Test
    void splitsANegativeAmountIntoTheNegatedParts() {
        assertEquals(List.of("-50.01", "-50.00"), split("-100.01", 5000, 5000));
    }

    @Test
    void refusesSharesThatAreNotAWhole() {
        refused("BASIS_POINTS_SUM", () -> Yuan.parse("1").distribute(3333, 3333, 3333));
        refused("BASIS_POINTS_SUM", () -> Yuan.parse("1").distribute(new int[0]));
        refused("BASIS_POINTS_SUM", () -> Yuan.parse("1").distribute(10_000, 1));
        refused("BASIS_POINTS_RANGE", () -> Yuan.parse("1").distribute(10_001, -1));
        refused("BASIS_POINTS_RANGE", () -> Yuan.parse("1").distribute(Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    @Test
    void addsUpToTheAmountForAnyShares() {
        Random random = Cases.seeded("splits");
        for (int i = 0; i < 10_000; i++) {
            // Given
            Yuan amount = Cases.amount(random);
            int[] shares = Cases.shares(random);

            // When
            List<Yuan> parts = amount.distribute(shares);

            // Then
            assertEquals(amount, Yuan.sum(parts), () -> amount + " " + Arrays.toString(shares));
            assertEquals(
                    parts.stream().map(Yuan::negate).toList(), amount.negate().distribute(shares));
            assertEquals(slowly(amount, shares), parts, () -> amount + " " + Arrays.toString(shares));
            for (int j = 0; j < shares.length; j++) {
                assertTrue(shares[j] != 0 || parts.get(j).isZero(), "no share, no fen");
            }
        }
    }

    @Test
    void takesSharesAsValuesToo() {
        assertEquals(
                Yuan.parse("100.01").distribute(5000, 5000),
                Yuan.parse("100.01").distribute(List.of(BasisPoints.parse("5000"), BasisPoints.of(5000))));
    }

    /** The rule read out loud, in big numbers and one fen at a time. */
    private static List<Yuan> slowly(Yuan amount, int[] shares) {
        BigInteger whole = BigInteger.valueOf(10_000);
        BigInteger fen = BigInteger.valueOf(amount.fen()).abs();
        BigInteger[] parts = new BigInteger[shares.length];
        BigInteger[] fractions = new BigInteger[shares.length];
        BigInteger left = fen;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] divided = fen.multiply(BigInteger.valueOf(shares[i])).divideAndRemainder(whole);
            parts[i] = divided[0];
            fractions[i] = divided[1];
            left = left.subtract(divided[0]);
        }
        while (left.signum() > 0) {
            int best = 0;
            for (int i = 1; i < shares.length; i++) {
                if (fractions[i].compareTo(fractions[best]) > 0) {
                    best = i;
                }
            }
            parts[best] = parts[best].add(BigInteger.ONE);
            fractions[best] = BigInteger.valueOf(-1);
            left = left.subtract(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .map(part -> Yuan.of(new BigDecimal(part, 2)))
                .map(part -> amount.isNegative() ? part.negate() : part)
                .toList();
    }

    private static List<String> split(String amount, int... shares) {
        return Yuan.parse(amount).distribute(shares).stream()
                .map(Yuan::toString)
                .toList();
    }
}
