package org.pengjiang.kit.text;

import jakarta.validation.ConstraintValidatorContext;
import java.text.Normalizer;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** A text as a person typed it, judged in the same way wherever it comes from: a form, a file, an interface. */
public final class TypedText {
    static final String LENGTH = "{jakarta.validation.constraints.Size.message}";
    private static final String BLANK = "{jakarta.validation.constraints.NotBlank.message}";

    private static final int ARABIC_LETTER_MARK = 0x061C;
    /** Letters and symbols that are drawn as nothing: the Hangul fillers and the empty Braille cell. */
    private static final List<Integer> DRAWN_AS_NOTHING = List.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    private final String text;
    private final boolean severalLines;

    private TypedText(String text, boolean severalLines) {
        this.text = text;
        this.severalLines = severalLines;
    }

    public static TypedText oneLine(String text) {
        return new TypedText(text, false);
    }

    public static TypedText longText(String text) {
        return new TypedText(text, true);
    }

    /**
     * The form in which a text is stored: Unicode NFC, line breaks as U+000A, nothing invisible at either end. Two spellings
     * that look the same become one.
     */
    public static String normalised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String lines = composed.indexOf('\r') < 0
                ? composed
                : composed.replace("\r\n", "\n").replace('\r', '\n');
        int[] characters = lines.codePoints().toArray();
        int from = 0;
        while (from < characters.length && (isStripped(characters[from]) || shapesWhatIsBefore(characters[from]))) {
            from++;
        }
        return new String(characters, from, end(characters, from) - from);
    }

    /** A selector stays behind what it shapes, tags stay behind the emoji that they name, such as a flag. */
    private static int end(int[] characters, int from) {
        int to = characters.length;
        while (to > from) {
            int base = to - 1;
            while (base > from && shapesWhatIsBefore(characters[base])) {
                base--;
            }
            int shaped = characters[base];
            if (isStripped(characters[to - 1])) {
                to--;
            } else if (isStripped(shaped)) {
                to = base + 1;
            } else if (isTag(characters[to - 1]) && !takesTags(shaped)) {
                while (isTag(characters[to - 1])) {
                    to--;
                }
            } else {
                break;
            }
        }
        return to;
    }

    /** True when nobody sees anything: blanks of any kind, zero-width characters, marks without a character to stand on. */
    public boolean isBlank() {
        return text.codePoints().noneMatch(TypedText::isVisible);
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** The characters that do not belong into such a text, each once, as {@code U+202E}. */
    public List<String> notAllowed() {
        return text.codePoints()
                .filter(character -> !isAllowed(character))
                .distinct()
                .limit(5)
                .mapToObj("U+%04X"::formatted)
                .toList();
    }

    boolean isReported(int max, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        boolean sound = true;
        List<String> notAllowed = notAllowed();
        if (!notAllowed.isEmpty()) {
            report(context, KitProblem.TEXT_INVALID, String.join(", ", notAllowed));
            sound = false;
        } else if (isBlank()) {
            report(context, KitProblem.VALUE_MISSING, BLANK);
            sound = false;
        }
        if (length() > max) {
            report(context, KitProblem.VALUE_UNACCEPTABLE, LENGTH);
            sound = false;
        }
        return sound;
    }

    private static void report(ConstraintValidatorContext context, ProblemCode code, String template) {
        context.unwrap(HibernateConstraintValidatorContext.class)
                .withDynamicPayload(code)
                .buildConstraintViolationWithTemplate(template)
                .addConstraintViolation();
    }

    private boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> severalLines && (character == '\n' || character == '\t');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> severalLines;
            case Character.SURROGATE -> false;
            default -> !changesDirection(character);
        };
    }

    /** The Unicode property Bidi_Control: text that is read in another order than it is stored. */
    private static boolean changesDirection(int character) {
        return character == ARABIC_LETTER_MARK
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !DRAWN_AS_NOTHING.contains(character);
        };
    }

    /** Means nothing at an end. Within a text a joiner, a filler or a soft hyphen may shape a word or an emoji: there it stays. */
    private static boolean isStripped(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || DRAWN_AS_NOTHING.contains(character)
                || switch (character) {
                    // soft hyphen, grapheme joiner, Khmer inherent vowels, Mongolian separator, byte order mark
                    case 0x00AD, 0x034F, 0x17B4, 0x17B5, 0x180E, 0xFEFF -> true;
                    default ->
                        (character >= 0x200B && character <= 0x200D)
                                || (character >= 0x2060 && character <= 0x2064)
                                || (character >= 0x206A && character <= 0x206F)
                                || (character >= 0xFFF9 && character <= 0xFFFB)
                                || (character >= 0x1BCA0 && character <= 0x1BCA3)
                                || (character >= 0x1D173 && character <= 0x1D17A);
                };
    }

    /** Variation selectors and tags: with nothing before them they are nothing. */
    private static boolean shapesWhatIsBefore(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0000 && character <= 0xE0FFF)
                || (character >= 0x180B && character <= 0x180F);
    }

    private static boolean isTag(int character) {
        return character >= 0xE0000 && character <= 0xE0FFF && !(character >= 0xE0100 && character <= 0xE01EF);
    }

    private static boolean takesTags(int character) {
        return Character.isExtendedPictographic(character) || Character.isEmojiModifier(character);
    }
}
