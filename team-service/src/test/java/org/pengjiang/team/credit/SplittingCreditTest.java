package org.pengjiang.team.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.team.model.Quantity;

class SplittingCreditTest {
    private static final UUID T01 = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID T02 = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID T03 = UUID.fromString("00000000-0000-7000-8000-000000000003");

    @Test
    void theOddFenGoesToTheLargestFraction() {
        // Given
        Shares thirds = new Shares(List.of(share(T01, "T01", 3333), share(T02, "T02", 3333), share(T03, "T03", 3334)));
        // When
        Map<UUID, BigDecimal> parts = thirds.split(new BigDecimal("100000000.01"), Quantity.YUAN);
        // Then
        assertEquals(new BigDecimal("33330000.00"), parts.get(T01));
        assertEquals(new BigDecimal("33330000.00"), parts.get(T02));
        assertEquals(new BigDecimal("33340000.01"), parts.get(T03));
    }

    @Test
    void aTieGoesToTheLowerTeamCodeWhateverTheOrderOfTheShares() {
        // Given
        Shares halves = new Shares(List.of(share(T01, "T02", 5000), share(T02, "T01", 5000)));
        // When
        Map<UUID, BigDecimal> parts = halves.split(new BigDecimal("100.01"), Quantity.YUAN);
        // Then
        assertEquals(new BigDecimal("50.01"), parts.get(T02));
        assertEquals(new BigDecimal("50.00"), parts.get(T01));
    }

    @Test
    void aProjectIsSharedAsADecimal() {
        // Given
        Shares halves = new Shares(List.of(share(T01, "T01", 5000), share(T02, "T02", 5000)));
        // When
        Map<UUID, BigDecimal> parts = halves.split(BigDecimal.ONE, Quantity.PROJECT);
        // Then
        assertEquals(0, new BigDecimal("0.5").compareTo(parts.get(T01)));
        assertEquals(0, new BigDecimal("0.5").compareTo(parts.get(T02)));
    }

    @Test
    void anOverlayRecognisesWithoutCounting() {
        // Given
        Shares shares =
                new Shares(List.of(share(T01, "T01", 10_000), new Share(T02, "T02", "PROJECT_CLASS", 3000, true)));
        // When
        Map<UUID, BigDecimal> parts = shares.split(new BigDecimal("100.01"), Quantity.YUAN);
        // Then
        assertEquals(Map.of(T01, new BigDecimal("100.01")), parts);
    }

    @Test
    void sharesThatAreNotAWholeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Shares(List.of(share(T01, "T01", 9999))));
        assertThrows(IllegalArgumentException.class, () -> new Shares(List.of()));
    }

    @Test
    void partsAddUpToTheWholeAndFollowTheRuleInTenThousandRandomCases() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SplittingCreditTest seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            // Given
            List<Share> shares = randomShares(random);
            BigDecimal whole = BigDecimal.valueOf(random.nextLong(1, 10_000_000_000_000_00L), 2);
            // When
            Map<UUID, BigDecimal> amounts = new Shares(shares).split(whole, Quantity.YUAN);
            Map<UUID, BigDecimal> counts = new Shares(shares).split(BigDecimal.ONE, Quantity.PROJECT);
            // Then
            assertEquals(whole, amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            assertEquals(
                    0,
                    counts.values().stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .compareTo(BigDecimal.ONE));
            assertEquals(byTheBook(whole, shares), amounts, () -> "seed " + seed + " " + whole + " " + shares);
        }
    }

    /** The rule again, written the slow way: floor in whole numbers, then fen by fen. */
    private static Map<UUID, BigDecimal> byTheBook(BigDecimal whole, List<Share> shares) {
        BigInteger fen = whole.unscaledValue();
        List<Share> open = new ArrayList<>(shares);
        open.sort((a, b) -> {
            int byFraction = fraction(fen, b).compareTo(fraction(fen, a));
            return byFraction != 0 ? byFraction : a.teamCode().compareTo(b.teamCode());
        });
        BigInteger left = fen;
        for (Share share : shares) {
            left = left.subtract(floor(fen, share));
        }
        Map<UUID, BigDecimal> parts = new java.util.HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            BigInteger extra = i < left.intValueExact() ? BigInteger.ONE : BigInteger.ZERO;
            parts.put(
                    open.get(i).teamId(), new BigDecimal(floor(fen, open.get(i)).add(extra), 2));
        }
        return parts;
    }

    private static BigInteger floor(BigInteger fen, Share share) {
        return fen.multiply(BigInteger.valueOf(share.basisPoints())).divide(BigInteger.valueOf(10_000));
    }

    private static BigInteger fraction(BigInteger fen, Share share) {
        return fen.multiply(BigInteger.valueOf(share.basisPoints())).mod(BigInteger.valueOf(10_000));
    }

    static List<Share> randomShares(Random random) {
        int teams = 1 + random.nextInt(6);
        List<Integer> codes = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            codes.add(i);
        }
        Collections.shuffle(codes, random);
        List<Share> shares = new ArrayList<>();
        int left = 10_000;
        for (int i = 0; i < teams; i++) {
            int points = i == teams - 1 ? left : 1 + random.nextInt(left - (teams - i - 1));
            left -= points;
            shares.add(share(new UUID(7, codes.get(i)), "T%02d".formatted(codes.get(i)), points));
        }
        assertTrue(left == 0);
        return shares;
    }

    static Share share(UUID team, String code, int basisPoints) {
        return new Share(team, code, "HOST", basisPoints, false);
    }
}
