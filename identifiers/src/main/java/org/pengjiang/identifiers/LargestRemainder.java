package org.pengjiang.identifiers;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The one rule for splitting an indivisible quantity by shares in basis points; exact in whole numbers. */
final class LargestRemainder {

    private static final int WHOLE = BasisPoints.WHOLE;

    private LargestRemainder() {}

    /** @param quantity not negative, below 10^18; {@code shares} add up to {@value BasisPoints#WHOLE} */
    static long[] split(long quantity, int[] shares) {
        // quantity × share would overflow, so the quantity is taken apart first: q·10000 + r
        long tenThousands = quantity / WHOLE;
        long rest = quantity % WHOLE;
        long[] parts = new long[shares.length];
        long[] fractions = new long[shares.length];
        long left = quantity;
        for (int i = 0; i < shares.length; i++) {
            parts[i] = tenThousands * shares[i] + rest * shares[i] / WHOLE;
            fractions[i] = rest * shares[i] % WHOLE;
            left -= parts[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> fractions[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
