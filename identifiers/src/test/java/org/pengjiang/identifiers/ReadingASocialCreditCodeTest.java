package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingASocialCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000600037341L",
                "91350100M000100Y43",
                "91110108551385082Q",
                "11440700007062431G",
                "91440703MA00000077",
                "91440703MA5ABCDE5X",
                "92440703MA4W00003Q"
            })
    void acceptsCodesWhoseCheckCharactersHold(String code) {
        // When
        Checked<Uscc> checked = Uscc.check(code);

        // Then
        assertEquals(code, checked.orThrow().value());
        assertEquals(List.of(), checked.warnings());
        assertEquals(CheckLevel.CHECK_DIGIT, checked.orThrow().checkLevel());
    }

    @ParameterizedTest
    @ValueSource(strings = {"911522010783762860", "91340600MA2PBP2120", "91620105L015101280"})
    void readsTheCheckCharacterZeroOfASumDivisibleBy31(String code) {
        assertEquals(code, Uscc.parse(code).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000600037341L",
                "91350100M000100Y43",
                "91440703MA00000077",
                "91440703MA5ABCDE5X",
                "92440703MA4W00003Q",
                "91340600MA2PBP2120"
            })
    void refusesAnyOtherLastCharacter(String code) {
        for (char last : ALPHABET.toCharArray()) {
            if (last != code.charAt(17)) {
                refused("USCC_CHECK_DIGIT", () -> Uscc.parse(code.substring(0, 17) + last));
            }
        }
    }

    @Test
    void refusesTheCommonExampleOfTheWebEvenWithItsLastCharacterMended() {
        refused("USCC_CHECK_DIGIT", () -> Uscc.parse("91310115MA1H8R7C6D"));
        // 7 is the right last character, but the organisation code inside was made up as well
        refused("USCC_ORGANISATION_CHECK_DIGIT", () -> Uscc.parse("91310115MA1H8R7C67"));
    }

    @Test
    void refusesTheRealCodeThatFailsAndWouldTakeTheExpectedOne() {
        refused("USCC_CHECK_DIGIT", () -> Uscc.parse("91350211M0000XUF46"));
        assertEquals("91350211M0000XUF4R", Uscc.parse("91350211M0000XUF4R").value());
    }

    @Test
    void refusesAWrongOrganisationCodeEvenWhenTheLastCharacterWasMadeToFit() {
        // Given a code whose organisation check was changed and whose last character then was recomputed by trying all
        String body = "91440703MA0000008";

        // When
        List<String> faults = ALPHABET.chars()
                .mapToObj(last ->
                        Uscc.check(body + (char) last).fault().orElseThrow().code())
                .distinct()
                .toList();

        // Then exactly one of the 31 gets past position 18, and is stopped at 17
        assertTrue(faults.contains("USCC_ORGANISATION_CHECK_DIGIT"), faults.toString());
        assertTrue(faults.contains("USCC_CHECK_DIGIT"), faults.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 91440703ma5abcde5x ",
                "91440703-MA5ABCDE5-X",
                "91 440703 MA5ABCDE 5X",
                "\u300091440703MA5ABCDE5X\u00a0",
                "9144\t0703MA5ABCDE5X",
                "９１４４０７０３ｍａ５ＡＢＣＤＥ５Ｘ",
                "91440703\u2013MA5ABCDE5\uff0dX",
                "\u202d91440703MA5\u200bABCDE5X\u202c"
            })
    void normalisesBlanksHyphensAndSmallLetters(String raw) {
        assertEquals("91440703MA5ABCDE5X", Uscc.parse(raw).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91440703MA5ABCDE5",
                "91440703MA5ABCDE5XX",
                "9144O703MA5ABCDE5X",
                "91440703MA5ABCDE5I",
                "91440703MA5ABCDE5S",
                "91A40703MA5ABCDE5X",
                "91440703MA5ABCDE5\u017f"
            })
    void refusesAWrongShape(String raw) {
        refused("USCC_SHAPE", () -> Uscc.parse(raw));
    }

    @Test
    void refusesAnEmptyCode() {
        refused("USCC_BLANK", () -> Uscc.parse(" - "));
        refused("USCC_BLANK", () -> Uscc.parse(null));
    }

    @Test
    void warnsOnAnUnknownPrefixAndAcceptsIt() {
        // Given
        String unknown = completed("99440703MA5ABCDE5");

        // When
        Checked<Uscc> checked = Uscc.check(unknown);

        // Then
        assertTrue(checked.isAccepted());
        assertEquals(
                List.of("USCC_PREFIX_UNKNOWN"),
                checked.warnings().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1440703MA5ABCDE5", "N1440703MA5ABCDE5", "Y1440703MA5ABCDE5"})
    void takesLettersInTheFirstTwoPositions(String body) {
        assertEquals(List.of(), Uscc.parse(completed(body)).warnings());
    }

    @Test
    void namesItsParts() {
        // When
        Uscc code = Uscc.parse("11440700007062431G");

        // Then
        assertEquals(Optional.of(DivisionCode.parse("4407")), code.registeredIn());
        assertEquals("007062431", code.organisationCode());
    }

    @Test
    void detectsEveryChangeOfOneCharacter() {
        // Given
        Random random = Cases.seeded("one character changed");
        for (int i = 0; i < 300; i++) {
            String code = Cases.uscc(random);
            for (int at = 0; at < code.length(); at++) {
                for (char other : ALPHABET.toCharArray()) {
                    if (other != code.charAt(at)) {
                        // When
                        String changed = code.substring(0, at) + other + code.substring(at + 1);

                        // Then
                        assertFalse(Uscc.check(changed).isAccepted(), () -> code + " -> " + changed);
                    }
                }
            }
        }
    }

    @Test
    void detectsEverySwapOfTwoCharactersExceptFirstAndLast() {
        // Given different powers of three as weights; only positions 1 and 18 weigh alike, by the standard itself
        Random random = Cases.seeded("two characters swapped");
        for (int i = 0; i < 2_000; i++) {
            String code = Cases.uscc(random);
            int first = random.nextInt(18);
            int second = random.nextInt(18);
            if (code.charAt(first) != code.charAt(second) && Math.abs(first - second) != 17) {
                // When
                StringBuilder swapped = new StringBuilder(code);
                swapped.setCharAt(first, code.charAt(second));
                swapped.setCharAt(second, code.charAt(first));

                // Then
                assertFalse(Uscc.check(swapped.toString()).isAccepted(), () -> code + " -> " + swapped);
            }
        }
    }

    @Test
    void readsItsOwnFormAgain() {
        Random random = Cases.seeded("codes read again");
        for (int i = 0; i < 500; i++) {
            Uscc code = Uscc.parse(Cases.uscc(random));
            assertEquals(code, Uscc.parse(code.toString()));
            assertEquals(code, Uscc.parse(code.value().toLowerCase(Locale.ROOT)));
        }
        assertNotEquals(Uscc.parse("91440703MA00000077"), Uscc.parse("91440703MA5ABCDE5X"));
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Cases.neverFailsOtherwise(Cases.seeded("any text as a credit code"), Cases::uscc, Uscc::parse);
    }

    private static String completed(String body) {
        return ALPHABET.chars()
                .mapToObj(last -> body + (char) last)
                .filter(code -> !Uscc.check(code).fault().map(Finding::code).equals(Optional.of("USCC_CHECK_DIGIT")))
                .findFirst()
                .orElseThrow();
    }
}
