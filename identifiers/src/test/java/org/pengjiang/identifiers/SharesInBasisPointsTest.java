package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.identifiers.Cases.refused;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesInBasisPointsTest {

    @Test
    void areWholeHundredthsOfAPercent() {
        assertEquals(new BigDecimal("33.34"), BasisPoints.parse("3334").percent());
        assertEquals(new BigDecimal("100.00"), BasisPoints.of(BasisPoints.WHOLE).percent());
        assertEquals("5000", BasisPoints.parse(" 5000 ").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50.5", "-1", "+1", "100000", "1e3", "５０", "50%"})
    void refusesWhatIsNoWholeNumber(String raw) {
        refused("BASIS_POINTS_SHAPE", () -> BasisPoints.parse(raw));
    }

    @Test
    void liesBetweenNothingAndTheWhole() {
        refused("BASIS_POINTS_RANGE", () -> BasisPoints.parse("10001"));
        refused("BASIS_POINTS_RANGE", () -> BasisPoints.of(-1));
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Random random = Cases.seeded("any text as a share and as a kind of number");
        Cases.neverFailsOtherwise(random, r -> Integer.toString(r.nextInt(20_000)), BasisPoints::parse);
        Cases.neverFailsOtherwise(random, r -> "USCC", IdType::parse);
        assertEquals(IdType.HK_BR, IdType.parse("HK_BR"));
        refused("ID_TYPE_UNKNOWN", () -> IdType.parse("hk_br"));
    }
}
