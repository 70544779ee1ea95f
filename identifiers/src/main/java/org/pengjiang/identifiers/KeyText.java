package org.pengjiang.identifiers;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for a text that something is found by. People paste invisible marks and blanks of other scripts along with a
 * number, and partners pad theirs: none of it makes another number.
 */
public final class KeyText {
    /** Zero-width and direction marks, soft hyphen, byte order mark, variation selectors, tags, letters drawn as nothing. */
    private static final Pattern MARKS =
            Pattern.compile("[\\p{Cf}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}"
                    + "\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E0FFF}]");

    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';

    private KeyText() {}

    /**
     * The key of another system: full-width letters as narrow ones (NFKC), without invisible marks, and without blanks
     * around it. Case stays: there are systems that tell it apart.
     */
    public static String of(String raw) {
        return normalised(trimmed(normalised(raw)));
    }

    /** Twice: a mark that is taken away may have kept two letters apart. */
    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    public static @Nullable String ofNullable(@Nullable String raw) {
        return raw == null ? null : of(raw);
    }

    /** Without invisible marks and without blanks around it: ideographic and no-break ones are blanks too. */
    public static String trimmed(String raw) {
        // most keys: no mark is among them, and the pattern is slow
        String text = raw.chars().allMatch(letter -> letter < 0x80)
                ? raw
                : MARKS.matcher(raw).replaceAll("");
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * As {@link #trimmed}, with full-width letters, digits and signs as narrow ones and every kind of hyphen as one. No other letter
     * is mapped: one of another script stays what it is, and is refused.
     */
    static String narrow(String raw) {
        String text = trimmed(raw);
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                narrow.append((char) (c - FULL_WIDTH_FIRST + '!'));
            } else {
                narrow.append((c >= '\u2010' && c <= '\u2015') || c == '\u2212' ? '-' : isBlank(c) ? ' ' : c);
            }
        }
        return narrow.toString();
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
