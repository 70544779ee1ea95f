package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDivisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 3, 7);
    private static final DivisionCode DISTRICT = DivisionCode.parse("440703");
    private static final DivisionCode RETIRED = DivisionCode.parse("440703001");

    private final DivisionRegister register = DivisionRegister.shipped();

    @Test
    void theDistrictHasItsThreeStreetsAndThreeTowns() {
        assertEquals(
                List.of("440703002", "440703005", "440703006", "440703101", "440703102", "440703103"),
                register.inside(DISTRICT, TODAY).stream()
                        .map(it -> it.code().value())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "44, 广东省",
        "440700, 江门市",
        "440703, 蓬江区",
        "440703002, 白沙街道",
        "440703005, 潮连街道",
        "440703006, 环市街道",
        "440703101, 棠下镇",
        "440703102, 荷塘镇",
        "440703103, 杜阮镇",
        "440703001, 仓后街道",
        "440704, 江海区",
        "440705, 新会区",
        "440781, 台山市",
        "440783, 开平市",
        "440784, 鹤山市",
        "440785, 恩平市",
    })
    void knowsTheNames(String code, String name) {
        // When
        Division division = register.find(DivisionCode.parse(code)).orElseThrow();

        // Then
        assertEquals(name, division.nameZh());
        assertFalse(division.nameEn().isBlank());
        assertEquals(CheckLevel.REGISTER, register.checkLevel(division.code()));
    }

    @Test
    void holdsNothingElse() {
        assertEquals(16, register.all().size());
        assertEquals(
                List.of(RETIRED),
                register.all().stream()
                        .filter(Division::assumption)
                        .map(Division::code)
                        .toList());
    }

    @Test
    void answersARetiredCodeWithItsSuccessorAndAcceptsIt() {
        // When
        Checked<DivisionCode> checked = register.check("440703001000", TODAY);

        // Then
        assertEquals(RETIRED, checked.orThrow());
        assertEquals(
                List.of("DIVISION_RETIRED"),
                checked.warnings().stream().map(Finding::code).toList());
        assertEquals(DISTRICT, register.find(RETIRED).orElseThrow().mergedInto());
        assertEquals(DISTRICT, register.currentCode(RETIRED, TODAY));
    }

    @Test
    void takesTheRetiredCodeForCurrentWhileItWasInForce() {
        // Given
        LocalDate lastDay = LocalDate.of(2017, 12, 31);

        // Then
        assertEquals(RETIRED, register.currentCode(RETIRED, lastDay));
        assertEquals(List.of(), register.check("440703001", lastDay).warnings());
        assertEquals(DISTRICT, register.currentCode(RETIRED, lastDay.plusDays(1)));
        assertEquals(7, register.inside(DISTRICT, lastDay).size());
    }

    @Test
    void checksAnUnknownCodeByItsShapeOnlyAndSaysSo() {
        // Given
        DivisionCode village = DivisionCode.parse("440703101001");

        // Then
        assertEquals(CheckLevel.FORMAT, register.checkLevel(village));
        assertEquals(
                List.of("DIVISION_UNKNOWN"),
                register.check("440703101001", TODAY).warnings().stream()
                        .map(Finding::code)
                        .toList());
        assertEquals("棠下镇", register.closestKnown(village).orElseThrow().nameZh());
        assertEquals(
                "广东省",
                register.closestKnown(DivisionCode.parse("440103"))
                        .orElseThrow()
                        .nameZh());
        assertEquals(Optional.empty(), register.closestKnown(DivisionCode.parse("110101")));
        assertEquals(village, register.currentCode(village, TODAY));
    }

    @Test
    void tellsAFaultWithoutThrowing() {
        assertEquals(
                "DIVISION_CODE_SHAPE",
                register.check("4407031", TODAY).fault().orElseThrow().code());
    }

    @Test
    void growsByAnUploadThatMayNameASuccessorAlreadyKnown() {
        // Given
        DivisionCode street = DivisionCode.parse("440703002");
        Division mended = new Division(RETIRED, "仓后街道", "Canghou Subdistrict", LocalDate.of(2013, 1, 1), street, false);
        Division added = named("440703101001", null, null);

        // When
        DivisionRegister wider = register.with(List.of(mended, added));

        // Then
        assertEquals(17, wider.all().size());
        assertEquals(street, wider.currentCode(RETIRED, TODAY));
        assertEquals(CheckLevel.REGISTER, wider.checkLevel(added.code()));
        assertNull(wider.find(DISTRICT).orElseThrow().mergedInto());
        assertEquals(16, register.all().size());
    }

    @Test
    void followsAChainOfMergersOnlyAsFarAsTheDayAllows() {
        // Given
        DivisionRegister chain = DivisionRegister.of(List.of(
                named("440701", "2010-12-31", "440702"),
                named("440702", "2015-12-31", "440703"),
                named("440703", null, null)));

        // Then
        assertEquals(
                "440703", chain.currentCode(DivisionCode.parse("440701"), TODAY).value());
        assertEquals(
                "440702",
                chain.currentCode(DivisionCode.parse("440701"), LocalDate.of(2012, 1, 1))
                        .value());
        assertTrue(chain.check("440701", LocalDate.of(2010, 12, 31)).warnings().isEmpty());
    }

    @Test
    void refusesATableThatContradictsItself() {
        refused(
                "DIVISION_REGISTER_DUPLICATE",
                () -> DivisionRegister.of(List.of(named("44", null, null), named("440000", null, null))));
        refused(
                "DIVISION_REGISTER_DUPLICATE",
                () -> register.with(List.of(named("45", null, null), named("45", null, null))));
        refused("DIVISION_REGISTER_MERGE", () -> DivisionRegister.of(List.of(named("44", "2020-01-01", "45"))));
        refused(
                "DIVISION_REGISTER_MERGE",
                () -> DivisionRegister.of(List.of(named("44", null, "45"), named("45", null, null))));
        refused("DIVISION_REGISTER_MERGE", () -> DivisionRegister.of(List.of(named("44", "2020-01-01", "44"))));
        refused(
                "DIVISION_REGISTER_MERGE",
                () -> DivisionRegister.of(List.of(named("44", "2020-01-01", "45"), named("45", "2021-01-01", "44"))));
    }

    private static Division named(String code, String validTo, String mergedInto) {
        return new Division(
                DivisionCode.parse(code),
                "某地",
                "Some place",
                validTo == null ? null : LocalDate.parse(validTo),
                mergedInto == null ? null : DivisionCode.parse(mergedInto),
                false);
    }
}
