package org.pengjiang.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    record Form(
            @OneLine(max = 5) String name,
            @LongText(max = 5) String text,
            List<@OneLine(max = 5) String> names) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u3000",
                "\u00A0\u202F\u2007",
                "\u200B\u200C\u200D\u2060\uFEFF",
                "\u00AD",
                "\u3164\uFFA0",
                "\u2800",
                "\u0301",
                "\uFE0F",
                "\u034F",
                "\u115F\u1160",
                "\uDB40\uDC41"
            })
    void whatNobodySeesIsBlank(String text) {
        assertTrue(TypedText.oneLine(text).isBlank());
        assertTrue(TypedText.longText(text).isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "蓬江区",
                "e\u0301",
                "👩\u200D👩\u200D👧",
                "🇨🇳",
                "❤\uFE0F",
                "\uD842\uDFB7田",
                "\uD883\uDEDE",
                "\uE863",
                "A-1 (虚构)",
                "،",
                "ไทย",
                "नमस्ते"
            })
    void namesOfAllScriptsAndEmojiAreTexts(String text) {
        assertFalse(TypedText.oneLine(text).isBlank());
        assertEquals(List.of(), TypedText.oneLine(text).notAllowed());
        assertEquals(List.of(), TypedText.longText(text).notAllowed());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202B,
                0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xD800, 0xDFFF
            })
    void controlsDirectionsAndHalvesOfPairsAreNamed(int character) {
        String text = "甲" + (char) character + "乙";
        assertEquals(
                List.of("U+%04X".formatted(character)), TypedText.oneLine(text).notAllowed());
        assertEquals(
                List.of("U+%04X".formatted(character)), TypedText.longText(text).notAllowed());
    }

    @Test
    void aLineBreakOrATabBelongsIntoALongTextOnly() {
        String text = "甲\n乙\t丙\u2028丁\u2029戊";
        assertEquals(List.of(), TypedText.longText(text).notAllowed());
        assertEquals(
                List.of("U+000A", "U+0009", "U+2028", "U+2029"),
                TypedText.oneLine(text).notAllowed());
    }

    @Test
    void oneFormIsStored() {
        assertEquals("甲 乙", TypedText.normalised("\u3000\uFEFF甲 乙\u00A0\r\n\u200B"));
        assertEquals("甲\n乙\n丙", TypedText.normalised("甲\r\n乙\r丙"));
        assertEquals("\u00E9", TypedText.normalised("e\u0301"));
        assertEquals("甲\u200D乙", TypedText.normalised("甲\u200D乙"));
        assertEquals("", TypedText.normalised("\u3000"));
        assertEquals("\u202E甲", TypedText.normalised("\u202E甲"), "what is refused is not taken away");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2064, 0x206F,
                0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE007F,
                0xE0FFF
            })
    void whatNobodySeesIsTakenFromTheEndsAndLeftWithin(int character) {
        String unseen = Character.toString(character);
        assertEquals("甲乙", TypedText.normalised(unseen + "甲乙" + unseen + " " + unseen));
        String within = Normalizer.normalize("甲" + unseen + "乙", Normalizer.Form.NFC);
        assertEquals(within, TypedText.normalised(within));
    }

    @Test
    void whatShapesTheLastCharacterStays() {
        for (String text : List.of("❤\uFE0F", "葛\uDB40\uDD00", "🏴\uDB40\uDC67\uDB40\uDC7F", "नमस्ते", "ᠮ\u180B")) {
            assertEquals(text, TypedText.normalised(" " + text + " "));
        }
        assertEquals("甲", TypedText.normalised("\uFE0F\u200B\uDB40\uDD00甲"));
        assertEquals("甲", TypedText.normalised("甲 \uFE0F"), "a selector behind a blank shapes nothing");
        assertEquals("葛\uDB40\uDD00", TypedText.normalised("葛\uDB40\uDD00\uDB40\uDC67"));
        assertEquals("1", TypedText.normalised("1\uDB40\uDC67\uDB40\uDC7F"));
    }

    @Test
    void lengthIsCountedInCodePoints() {
        Validator validator = VALIDATORS.getValidator();
        String five = "\uD842\uDFB7".repeat(5);
        assertEquals(0, validator.validate(new Form(five, five, List.of(five))).size());
        assertEquals(
                3,
                validator
                        .validate(new Form(five + "x", five + "x", List.of(five + "x")))
                        .size());
        assertEquals(0, validator.validate(new Form(null, null, null)).size());
    }

    @Test
    void everyFaultOfATextIsNamed() {
        assertEquals(
                List.of("U+0007, U+202E", TypedText.LENGTH),
                VALIDATORS.getValidator().validate(new Form("\u0007\u202Eabcdef", null, null)).stream()
                        .map(violation -> violation.getMessageTemplate())
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsStoredStaysAsItIsWhenItIsReadAgain() {
        System.out.println("test.seed=" + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(6), 0, 0x3200)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String stored = TypedText.normalised(text);
            assertEquals(stored, TypedText.normalised(stored), () -> escaped(text));
            assertTrue(Normalizer.isNormalized(stored, Normalizer.Form.NFC), () -> escaped(text));
            assertEquals(stored.strip(), stored, () -> escaped(text));
            assertFalse(stored.contains("\r"), () -> escaped(text));
        }
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).toList().toString();
    }
}
