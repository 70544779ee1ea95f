package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingANationalProjectCodeTest {

    private static final DivisionCode DISTRICT = DivisionCode.parse("440703");

    @Test
    void readsMonthRegionDepartmentAndType() {
        // When
        NationalProjectCode code = NationalProjectCode.parse(" 2103-440703-04-01-123456 ");

        // Then
        assertEquals("2103-440703-04-01-123456", code.value());
        assertEquals(24, code.value().length());
        assertEquals(NationalProjectCode.Form.MONTH, code.form());
        assertEquals(Optional.of(YearMonth.of(2021, 3)), code.month());
        assertEquals(Optional.of(DISTRICT), code.region());
        assertEquals("04", code.thirdGroup());
        assertEquals("01", code.projectType());
        assertEquals(CheckLevel.FORMAT, code.checkLevel());
        assertEquals(List.of(), code.warnings(DivisionRegister.shipped(), DISTRICT));
    }

    @Test
    void readsTheOlderFormThatBeginsWithAYear() {
        // When
        NationalProjectCode code = NationalProjectCode.parse("2017-440703-39-03-800123");

        // Then
        assertEquals(NationalProjectCode.Form.YEAR, code.form());
        assertEquals(2017, code.year());
        assertEquals(Optional.empty(), code.month());
        assertEquals("39", code.thirdGroup());
        assertEquals(List.of(), code.warnings(DivisionRegister.shipped(), DISTRICT));
    }

    @ParameterizedTest
    @CsvSource({"2011, MONTH, 2020", "2012, MONTH, 2020", "2013, YEAR, 2013", "2020, YEAR, 2020", "2612, MONTH, 2026"})
    void tellsAYearFromAMonth(String first, NationalProjectCode.Form form, int year) {
        // When
        NationalProjectCode code = NationalProjectCode.parse(first + "-440703-04-01-123456");

        // Then
        assertEquals(form, code.form());
        assertEquals(year, code.year());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100", "2113", "2199", "2021", "2000", "0000", "9999"})
    void refusesAnImpossibleTime(String first) {
        refused("PROJECT_CODE_TIME", () -> NationalProjectCode.parse(first + "-440703-04-01-123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2103-440703-04-01-12345",
                "2103-440703-04-01-1234567",
                "21034407030401123456",
                "2103-440703-4-01-123456",
                "2103-44070A-04-01-123456",
                "2103_440703_04_01_123456",
                "2103-440703-04-01-12345６",
                ""
            })
    void refusesAWrongShape(String raw) {
        refused("PROJECT_CODE_SHAPE", () -> NationalProjectCode.parse(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "2103-440704-04-01-123456, PROJECT_CODE_REGION_UNEXPECTED",
        "2103-440700-04-01-123456, PROJECT_CODE_REGION_UNEXPECTED",
        "2103-449999-04-01-123456, PROJECT_CODE_REGION_UNEXPECTED",
        "2103-110101-04-01-123456, PROJECT_CODE_REGION_UNKNOWN",
        "2103-000052-04-01-123456, PROJECT_CODE_REGION_UNKNOWN",
        "2010-440703-04-01-123456, PROJECT_CODE_TIME_EARLY",
        "1703-440703-04-01-123456, PROJECT_CODE_TIME_EARLY",
    })
    void warnsOnWhatIsOddAndAcceptsIt(String raw, String warning) {
        // When
        Checked<NationalProjectCode> checked = NationalProjectCode.check(raw, DivisionRegister.shipped(), DISTRICT);

        // Then
        assertTrue(checked.isAccepted());
        assertEquals(
                List.of(warning), checked.warnings().stream().map(Finding::code).toList());
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Random random = Cases.seeded("any text as a project code");
        Cases.neverFailsOtherwise(
                random,
                ReadingANationalProjectCodeTest::code,
                raw -> NationalProjectCode.parse(raw).warnings(DivisionRegister.shipped(), DISTRICT));
    }

    private static String code(Random random) {
        return "%02d%02d-%s-%s-%s-%s"
                .formatted(
                        random.nextInt(100),
                        1 + random.nextInt(12),
                        Cases.digits(random, 6),
                        Cases.digits(random, 2),
                        Cases.digits(random, 2),
                        Cases.digits(random, 6));
    }
}
