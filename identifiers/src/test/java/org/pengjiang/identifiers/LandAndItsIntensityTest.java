package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandAndItsIntensityTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 15.00",
        "6666600, 9999.90",
        "666.67, 1.00",
        "666.66, 1.00",
        "2000, 3.00",
        "0, 0.00",
        "0.01, 0.00",
        "3.33, 0.00",
        "3.34, 0.01",
    })
    void turnsIntoMu(String squareMetres, String mu) {
        assertEquals(mu, SquareMetres.parse(squareMetres).mu().toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"15, 10000.00", "1, 666.67", "3, 2000.00", "10000, 6666666.67", "0.5, 333.33", "0, 0.00"})
    void comesFromMu(String mu, String squareMetres) {
        assertEquals(squareMetres, SquareMetres.parseMu(mu).toString());
    }

    @Test
    void readsTwoPlacesAndRefusesTheRest() {
        assertEquals("200100.05", SquareMetres.parse("200100.05").toString());
        refused("SQUARE_METRES_NEGATIVE", () -> SquareMetres.parse("-0.01"));
        refused("SQUARE_METRES_NEGATIVE", () -> SquareMetres.parseMu("-1"));
        refused("SQUARE_METRES_SCALE", () -> SquareMetres.parse("1.005"));
        refused("SQUARE_METRES_SCALE", () -> SquareMetres.parseMu("1.005"));
        refused("SQUARE_METRES_RANGE", () -> SquareMetres.parse("10000000000000000"));
        refused("SQUARE_METRES_RANGE", () -> SquareMetres.parseMu("9999999999999999"));
        refused(
                "SQUARE_METRES_RANGE",
                () -> SquareMetres.parse("9999999999999999.99").plus(SquareMetres.parse("0.01")));
        refused("SQUARE_METRES_SHAPE", () -> SquareMetres.parse("1e3"));
    }

    @ParameterizedTest
    @CsvSource({
        "300000000.00, 33333.33, 600.00",
        "50000000, 13333.33, 250.00",
        "100, 66666.67, 0.00",
        "1000000, 0.01, 6666666.67",
        "-300000000.00, 33333.33, -600.00",
        "250, 3333.33, 0.01",
        "0.03, 0.40, 0.01",
        "-0.03, 0.40, -0.01",
        "0.09, 0.40, 0.02",
        "249.99, 3333.33, 0.00",
    })
    void givesTheIntensityInWanPerMu(String yuan, String squareMetres, String wanPerMu) {
        assertEquals(
                Optional.of(new BigDecimal(wanPerMu)),
                SquareMetres.parse(squareMetres).wanPerMu(Yuan.parse(yuan)));
    }

    @Test
    void hasNoIntensityWithoutLand() {
        assertEquals(Optional.empty(), SquareMetres.ZERO.wanPerMu(Yuan.parse("1000000")));
        assertEquals(Optional.empty(), SquareMetres.ZERO.yuanPerSquareMetre(Yuan.parse("1000000")));
        assertEquals(
                Optional.of(new BigDecimal("333.33")),
                SquareMetres.parse("3000").yuanPerSquareMetre(Yuan.parse("1000000")));
    }

    @Test
    void roundsOnlyOnceAndOnlyTheResult() {
        Random random = Cases.seeded("intensities");
        for (int i = 0; i < 20_000; i++) {
            // Given
            Yuan amount = Cases.amount(random);
            SquareMetres area = SquareMetres.of(Cases.amount(random).amount().abs());
            if (area.isZero()) {
                continue;
            }

            // When
            BigDecimal rounded = area.wanPerMu(amount).orElseThrow();

            // Then the exact ratio fen / 15·hundredths lies within half a hundredth, in whole numbers
            BigInteger divisor = area.amount().unscaledValue().multiply(BigInteger.valueOf(15));
            BigInteger twiceExact = BigInteger.valueOf(amount.fen()).multiply(BigInteger.valueOf(200));
            BigInteger twiceRounded = rounded.unscaledValue().multiply(divisor).shiftLeft(1);
            assertTrue(twiceExact.subtract(twiceRounded).abs().compareTo(divisor) <= 0, () -> amount + " on " + area);
            assertEquals(
                    rounded,
                    area.wanPerMu(amount.negate()).orElseThrow().negate().setScale(2));
        }
    }

    @Test
    void comesBackFromMuUnchangedWhereMuHaveTwoPlaces() {
        Random random = Cases.seeded("mu");
        for (int i = 0; i < 20_000; i++) {
            // Given
            BigDecimal mu = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);

            // When
            SquareMetres area = SquareMetres.parseMu(mu.toPlainString());

            // Then
            assertEquals(mu, area.mu());
            assertEquals(
                    area.exactMu().multiply(BigDecimal.valueOf(2000)).stripTrailingZeros(),
                    area.amount().multiply(BigDecimal.valueOf(3)).stripTrailingZeros());
        }
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Random random = Cases.seeded("any text as an area");
        Cases.neverFailsOtherwise(random, r -> Cases.amount(r).toString(), SquareMetres::parse);
        Cases.neverFailsOtherwise(random, r -> Cases.amount(r).toString(), SquareMetres::parseMu);
    }
}
