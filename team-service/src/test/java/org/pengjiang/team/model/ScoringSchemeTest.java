package org.pengjiang.team.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.team.model.ScoringScheme.Deduction;
import org.pengjiang.team.model.ScoringScheme.Item;
import org.pengjiang.team.model.ScoringScheme.Part;

class ScoringSchemeTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Six items of half a point, as a prefecture published them with its figures for 2024. */
    private static final ScoringScheme PUBLISHED = new ScoringScheme(
            List.of(
                    item("signed", "1.00"),
                    item("foreign", "1.20"),
                    new Item("funds", HALF, BigDecimal.ONE, List.of(new Part("count", HALF), new Part("amount", HALF))),
                    item("fourth", "1.00"),
                    item("fifth", "1.00"),
                    item("started", "1.00")),
            List.of(
                    new Deduction("overdueNotStarted", new BigDecimal("0.1")),
                    new Deduction("falsified", new BigDecimal("0.2"))),
            BigDecimal.ZERO);

    private static final Map<String, Rational> REACHED = Map.of(
            "signed", Rational.of(96, 100),
            "foreign", Rational.of(120, 100),
            "count", Rational.of(28, 27),
            "amount", Rational.of(1777, 540),
            "fourth", Rational.ONE,
            "fifth", Rational.of(6, 10),
            "started", Rational.ONE);

    @Test
    void thePublishedScoreComesOutOfThePublishedScheme() {
        // Given
        Map<String, Integer> cases = Map.of("overdueNotStarted", 1, "falsified", 0);
        // When
        BigDecimal total = PUBLISHED.total(REACHED, cases, Rational.ZERO);
        // Then
        assertEquals(new BigDecimal("2.78"), total);
    }

    @Test
    void deductionsNeverGoBelowNothing() {
        assertEquals(new BigDecimal("0.00"), PUBLISHED.total(Map.of(), Map.of("falsified", 99), Rational.ZERO));
    }

    @Test
    void partsThatAreNoWholeAreNoScheme() {
        List<Part> crooked = List.of(new Part("a", HALF), new Part("b", new BigDecimal("0.4")));
        List<Item> items = List.of(new Item("x", HALF, BigDecimal.ONE, crooked));
        assertThrows(DomainException.class, () -> new ScoringScheme(items, List.of(), BigDecimal.ZERO));
    }

    private static Item item(String key, String cap) {
        return new Item(key, HALF, new BigDecimal(cap), List.of(new Part(key, BigDecimal.ONE)));
    }
}
