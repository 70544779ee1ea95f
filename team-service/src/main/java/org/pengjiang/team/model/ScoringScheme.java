package org.pengjiang.team.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * A way to score, as data: items worth points, each a weighted mean of parts up to a cap, bonus up to a maximum, and
 * deductions by the case. Published score sheets differ in nothing else.
 *
 * @param bonusMaximum how much bonus counts at most
 */
public record ScoringScheme(List<Item> items, List<Deduction> deductions, BigDecimal bonusMaximum) {
    private static final int PLACES = 2;

    /**
     * @param points what full marks are worth
     * @param cap how much of the points over-delivery earns at most, 1 for none
     */
    public record Item(String key, BigDecimal points, BigDecimal cap, List<Part> parts) {}

    /** @param weight of this part in its item; the parts of an item add up to 1 */
    public record Part(String key, BigDecimal weight) {}

    /** @param pointsPerCase taken off for each case */
    public record Deduction(String key, BigDecimal pointsPerCase) {}

    public ScoringScheme {
        items = List.copyOf(items);
        deductions = List.copyOf(deductions);
        for (Item item : items) {
            BigDecimal sum = item.parts().stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new DomainException(KitProblem.VALUE_UNACCEPTABLE);
            }
        }
    }

    /**
     * Rounded once, at the end.
     *
     * @param reached what was reached of what was due, by part; absent is nothing
     * @param cases how many cases there were, by deduction
     */
    public BigDecimal total(Map<String, Rational> reached, Map<String, Integer> cases, Rational bonus) {
        Rational total = bonus.min(Rational.of(bonusMaximum));
        for (Item item : items) {
            total = total.plus(points(item, reached));
        }
        for (Deduction deduction : deductions) {
            total = total.minus(Rational.of(deduction.pointsPerCase()).times(cases.getOrDefault(deduction.key(), 0)));
        }
        return total.max(Rational.ZERO).rounded(PLACES);
    }

    private static Rational points(Item item, Map<String, Rational> reached) {
        Rational mean = Rational.ZERO;
        for (Part part : item.parts()) {
            mean = mean.plus(reached.getOrDefault(part.key(), Rational.ZERO).times(Rational.of(part.weight())));
        }
        return Rational.of(item.points()).times(mean.min(Rational.of(item.cap())));
    }
}
