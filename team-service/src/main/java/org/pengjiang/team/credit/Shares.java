package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.team.model.Quantity;

/**
 * How the credit of one project is shared out. Parts add up to the whole exactly: amounts are floored to the fen, and
 * the fen left over go to the largest cut-off fractions, on a tie to the lower team code. Whole projects split into
 * basis points of a project without a remainder.
 */
final class Shares {
    private static final int WHOLE = 10_000;

    private final List<Share> counting;

    /** @throws IllegalArgumentException unless the counting shares add up to exactly 10000 */
    Shares(List<Share> all) {
        counting = all.stream()
                .filter(share -> !share.overlay() && share.basisPoints() > 0)
                .sorted(Comparator.comparing(Share::teamCode).thenComparing(Share::teamId))
                .toList();
        int sum = counting.stream().mapToInt(Share::basisPoints).sum();
        if (sum != WHOLE) {
            throw new IllegalArgumentException("the counting shares add up to " + sum + " basis points, not 10000");
        }
        if (counting.stream().anyMatch(share -> share.basisPoints() > WHOLE)) {
            throw new IllegalArgumentException("a share is above 10000 basis points");
        }
    }

    List<Share> counting() {
        return counting;
    }

    /** A team with two roles has one part. */
    Map<UUID, BigDecimal> split(BigDecimal whole, Quantity quantity) {
        Map<UUID, BigDecimal> parts = new LinkedHashMap<>();
        List<BigDecimal> each = quantity == Quantity.YUAN ? amounts(whole) : counts(whole);
        for (int i = 0; i < counting.size(); i++) {
            parts.merge(counting.get(i).teamId(), each.get(i), BigDecimal::add);
        }
        return parts;
    }

    private List<BigDecimal> amounts(BigDecimal whole) {
        int[] shares = counting.stream().mapToInt(Share::basisPoints).toArray();
        return Yuan.of(whole).distribute(shares).stream().map(Yuan::amount).toList();
    }

    private List<BigDecimal> counts(BigDecimal whole) {
        BigDecimal projects = whole.setScale(0);
        return counting.stream()
                .map(share -> projects.multiply(BigDecimal.valueOf(share.basisPoints(), Quantity.PROJECT.scale())))
                .toList();
    }
}
