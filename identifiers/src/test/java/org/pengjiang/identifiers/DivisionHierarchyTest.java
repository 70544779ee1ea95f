package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionHierarchyTest {

    @ParameterizedTest
    @CsvSource({
        "44, 44, PROVINCE",
        "4407, 4407, CITY",
        "440703, 440703, DISTRICT",
        "440703101, 440703101, TOWN",
        "440703101001, 440703101001, VILLAGE",
        "440703101000, 440703101, TOWN",
        "440703000000, 440703, DISTRICT",
        "440703000, 440703, DISTRICT",
        "440700, 4407, CITY",
        "440700000000, 4407, CITY",
        "440000, 44, PROVINCE",
        "4400, 44, PROVINCE",
        "440000000000, 44, PROVINCE",
        "440703100, 440703100, TOWN",
        "440703110, 440703110, TOWN",
        "440710, 440710, DISTRICT",
        "441900003, 441900003, TOWN",
    })
    void storesTheShortestExactForm(String raw, String stored, DivisionLevel level) {
        // When
        DivisionCode code = DivisionCode.parse(raw);

        // Then
        assertEquals(stored, code.value());
        assertEquals(level, code.level());
        assertEquals(code, DivisionCode.parse(code.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "4", "440", "44070", "4407031", "44070310", "4407031010", "44070310100", "4407031010010",
                "000000", "00", "040703", "4407O3", "44 07", "440703-101", "４４", "\u0661\u0662", "-4", "+44"
            })
    void refusesAnythingElse(String raw) {
        refused("DIVISION_CODE_SHAPE", () -> DivisionCode.parse(raw));
    }

    @Test
    void namesItsParts() {
        // When
        DivisionCode village = DivisionCode.parse("440703101001");

        // Then
        assertEquals("44", village.province());
        assertEquals(Optional.of("4407"), village.city());
        assertEquals(Optional.of("440703"), village.district());
        assertEquals(Optional.of("440703101"), village.town());
        assertEquals(Optional.of("440703101001"), village.village());
        assertEquals(Optional.empty(), DivisionCode.parse("440703").town());
        assertEquals(Optional.empty(), DivisionCode.parse("44").city());
    }

    @Test
    void leavesOutTheDistrictOfATownDirectlyUnderItsCity() {
        // When
        DivisionCode town = DivisionCode.parse("441900003");

        // Then
        assertEquals(Optional.empty(), town.district());
        assertEquals(Optional.of(DivisionCode.parse("4419")), town.parent());
        assertTrue(DivisionCode.parse("4419").contains(town));
    }

    @ParameterizedTest
    @CsvSource({
        "440703, 440703101, true",
        "440703, 440703101001, true",
        "440703, 440703, true",
        "4407, 440703, true",
        "44, 440703101001, true",
        "440703, 440704, false",
        "440703101, 440703, false",
        "440703, 4407, false",
        "440703101, 440703102, false",
        "4407, 4406, false",
        "440703, 440703000000, true",
    })
    void containsItselfAndItsProperChildrenOnly(String outer, String inner, boolean expected) {
        assertEquals(expected, DivisionCode.parse(outer).contains(DivisionCode.parse(inner)));
    }

    @Test
    void isNoProperChildOfItself() {
        // Given
        DivisionCode district = DivisionCode.parse("440703");

        // Then
        assertFalse(district.isProperChildOf(DivisionCode.parse("440703000")));
        assertTrue(district.isProperChildOf(DivisionCode.parse("4407")));
        assertFalse(DivisionCode.parse("4407").isProperChildOf(district));
    }

    @Test
    void containmentIsAPartialOrderAndAgreesWithTheParents() {
        // Given codes of few different digits, so that containment and near misses are frequent
        Random random = Cases.seeded("containment");
        int related = 0;
        for (int i = 0; i < 100_000; i++) {
            DivisionCode a = DivisionCode.parse(code(random));
            DivisionCode b = DivisionCode.parse(code(random));
            DivisionCode c = DivisionCode.parse(code(random));

            // Then reflexive, antisymmetric, transitive
            assertTrue(a.contains(a));
            assertTrue(!(a.contains(b) && b.contains(a)) || a.equals(b));
            if (a.contains(b) && b.contains(c)) {
                related++;
                assertTrue(a.contains(c), () -> a + " " + b + " " + c);
            }
            // and the same as walking up from the inner one
            assertEquals(reachedFrom(b, a), a.contains(b), () -> a + " contains " + b);
            assertEquals(a.contains(b) && !a.equals(b), b.isProperChildOf(a));
            assertTrue(!a.contains(b) || a.compareTo(b) <= 0);
        }
        assertTrue(related > 1_000, "only " + related + " related triples: the generator is too wide");
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Cases.neverFailsOtherwise(
                Cases.seeded("any text as a division"), DivisionHierarchyTest::code, DivisionCode::parse);
    }

    private static boolean reachedFrom(DivisionCode inner, DivisionCode outer) {
        Optional<DivisionCode> at = Optional.of(inner);
        while (at.isPresent()) {
            if (at.get().equals(outer)) {
                return true;
            }
            at = at.get().parent();
        }
        return false;
    }

    private static String code(Random random) {
        List<Integer> lengths = List.of(2, 4, 6, 9, 12);
        StringBuilder digits = new StringBuilder("4");
        int length = lengths.get(random.nextInt(lengths.size()));
        while (digits.length() < length) {
            digits.append(random.nextInt(4) == 0 ? '1' : '0');
        }
        return digits.toString();
    }
}
