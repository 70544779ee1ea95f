package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyInYuanTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0.00, 0.00",
        "1200000, 1200000.00",
        "0.5, 0.50",
        "-12.3, -12.30",
        "000000000000000000001.10, 1.10",
        "1.1000, 1.10",
        "9999999999999999.99, 9999999999999999.99",
        "-9999999999999999.99, -9999999999999999.99",
    })
    void readsAPlainDecimalAndWritesItWithTwoPlaces(String raw, String written) {
        // When
        Yuan amount = Yuan.parse(raw);

        // Then
        assertEquals(written, amount.toString());
        assertEquals(2, amount.amount().scale());
        assertEquals(amount, Yuan.parse(amount.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1e3",
                "1E3",
                "+1",
                "1.",
                ".5",
                "1,000.00",
                "12 000",
                "NaN",
                "Infinity",
                "0x10",
                "1.2.3",
                "--1",
                "１２",
                "\u0661",
                "1万"
            })
    void refusesEveryOtherWriting(String raw) {
        refused("YUAN_SHAPE", () -> Yuan.parse(raw));
    }

    @Test
    void neverRounds() {
        refused("YUAN_SCALE", () -> Yuan.parse("1.005"));
        refused("YUAN_SCALE", () -> Yuan.parse("0.001"));
        refused("YUAN_SCALE", () -> Yuan.of(new BigDecimal("1E-1000000000")));
    }

    @Test
    void holdsAtMostEighteenDigits() {
        refused("YUAN_RANGE", () -> Yuan.parse("10000000000000000.00"));
        refused("YUAN_RANGE", () -> Yuan.of(new BigDecimal("1E+1000000000")));
        refused("YUAN_RANGE", () -> Yuan.parse("9999999999999999.99").plus(Yuan.ofFen(1)));
        refused("YUAN_RANGE", () -> Yuan.parse("-9999999999999999.99").minus(Yuan.ofFen(1)));
        refused("YUAN_RANGE", () -> Yuan.ofFen(Long.MIN_VALUE));
        refused("YUAN_RANGE", () -> Yuan.ofFen(1_000_000_000_000_000_000L));
    }

    @Test
    void speaksFenWanAndYiExactly() {
        // When
        Yuan amount = Yuan.parse("19322000000.01");

        // Then
        assertEquals(1_932_200_000_001L, amount.fen());
        assertEquals(new BigDecimal("1932200.000001"), amount.inWan());
        assertEquals(new BigDecimal("193.2200000001"), amount.inYi());
        assertEquals(amount, Yuan.parseWan("1932200.000001"));
        refused("YUAN_SCALE", () -> Yuan.parseWan("0.0000001"));
    }

    @Test
    void addsAndComparesLikeDecimals() {
        Random random = Cases.seeded("sums");
        for (int i = 0; i < 20_000; i++) {
            // Given halves, so that sums stay in range
            Yuan a = Yuan.ofFen(Cases.amount(random).fen() / 2);
            Yuan b = Yuan.ofFen(Cases.amount(random).fen() / 2);

            // Then
            assertEquals(a.amount().add(b.amount()), a.plus(b).amount());
            assertEquals(a.amount().subtract(b.amount()), a.minus(b).amount());
            assertEquals(a.amount().negate(), a.negate().amount());
            assertEquals(Integer.signum(a.amount().compareTo(b.amount())), Integer.signum(a.compareTo(b)));
            assertEquals(a, Yuan.of(a.amount()));
            assertEquals(a.minus(b), Yuan.sum(List.of(a, b.negate())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "999999.99, true",
        "1000000.00, false",
        "50000000000.00, false",
        "50000000000.01, true",
        "-2000000, true",
    })
    void warnsOnAnUnlikelyPlannedInvestment(String amount, boolean warned) {
        assertEquals(
                warned, Yuan.parse(amount).plausibilityOfPlannedInvestment().isPresent());
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Random random = Cases.seeded("any text as an amount");
        Cases.neverFailsOtherwise(random, r -> Cases.amount(r).toString(), Yuan::parse);
        Cases.neverFailsOtherwise(random, r -> Cases.amount(r).toString(), Yuan::parseWan);
        assertTrue(Yuan.ZERO.isZero());
    }
}
