package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyingAnIndustryTest {

    @ParameterizedTest
    @CsvSource({"C, CATEGORY", "C39, DIVISION", "C396, GROUP", "C3961, CLASS", "t97, DIVISION", " I65 , DIVISION"})
    void readsLetterAndUpToFourDigits(String raw, IndustryCode.Level level) {
        // When
        IndustryCode code = IndustryCode.parse(raw);

        // Then
        assertEquals(level, code.level());
        assertEquals(IndustryEdition.GBT_4754_2017, code.edition());
        assertEquals(code, IndustryCode.parse(code.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "39", "C3", "C39611", "U97", "CC39", "C 39", "C3\u0661", "\u013165", "C-39"})
    void refusesAnythingElse(String raw) {
        refused("INDUSTRY_CODE_SHAPE", () -> IndustryCode.parse(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "C3961, C396, true",
        "C3961, C39, true",
        "C3961, C, true",
        "C396, C396, true",
        "C39, C396, false",
        "C3751, C375, true",
        "C3761, C375, false",
        "I6510, I65, true",
        "I6510, C, false",
    })
    void startsWithItsChainsPrefix(String code, String prefix, boolean expected) {
        assertEquals(expected, IndustryCode.parse(code).startsWith(prefix));
    }

    @Test
    void refusesAPrefixThatIsNoCode() {
        refused("INDUSTRY_CODE_SHAPE", () -> IndustryCode.parse("C3961").startsWith("C3"));
        refused("INDUSTRY_CODE_SHAPE", () -> IndustryCode.parse("C3961").startsWith(""));
    }

    @ParameterizedTest
    @CsvSource({
        "C12, false",
        "C13, true",
        "C1311, true",
        "C43, true",
        "C4390, true",
        "C44, false",
        "B06, false",
        "D44, false",
        "C, true",
        "D, false"
    })
    void countsC13ToC43AsManufacturing(String code, boolean expected) {
        assertEquals(expected, IndustryCode.parse(code).isManufacturing());
    }

    @Test
    void keepsTheEditionsApart() {
        // Given
        IndustryCode old = IndustryCode.parse("C396", IndustryEdition.parse("GB/T 4754-2011"));
        IndustryCode current = IndustryCode.parse("C396");

        // Then
        assertFalse(old.equals(current));
        assertFalse(current.startsWith(old));
        assertEquals(Optional.of("智能消费设备制造"), IndustryTable.shipped().name(current));
        assertEquals(Optional.empty(), IndustryTable.shipped().name(old));
        refused("INDUSTRY_EDITION_UNKNOWN", () -> IndustryEdition.parse("2017"));
    }

    @Test
    void saysHowFarACodeWasChecked() {
        assertEquals(CheckLevel.REGISTER, IndustryTable.shipped().checkLevel(IndustryCode.parse("C398")));
        assertEquals(CheckLevel.FORMAT, IndustryTable.shipped().checkLevel(IndustryCode.parse("C3961")));
    }

    @Test
    void refusesATableOfAnotherEdition() {
        refused(
                "INDUSTRY_TABLE_EDITION",
                () -> IndustryTable.of(IndustryEdition.GBT_4754_2017, Map.of("C396", "电子器件制造")));
        refused(
                "INDUSTRY_TABLE_EDITION",
                () -> IndustryTable.of(IndustryEdition.GBT_4754_2011, Map.of("C396", "智能消费设备制造")));
        refused(
                "INDUSTRY_TABLE_EDITION",
                () -> IndustryTable.of(IndustryEdition.GBT_4754_2017, Map.of("C397", "电子器件制造")));
        assertTrue(IndustryTable.of(IndustryEdition.GBT_4754_2011, Map.of("C396", "电子器件制造"))
                .name(IndustryCode.parse("C396", IndustryEdition.GBT_4754_2011))
                .isPresent());
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Random random = Cases.seeded("any text as an industry");
        Cases.neverFailsOtherwise(
                random,
                r -> Cases.pick(r, "ABCDEFGHIJKLMNOPQRST") + Cases.digits(r, r.nextInt(5)),
                raw -> IndustryCode.parse(raw).isManufacturing());
        Cases.neverFailsOtherwise(random, r -> "GB/T 4754-2017", IndustryEdition::parse);
    }
}
