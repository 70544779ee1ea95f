package org.pengjiang.kit.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling that a text is searched by: letters and digits only, without accents, in their plain width, small and
 * simplified. Each character is spelled by itself, so the spelling of a part of a text is a part of the spelling of the text.
 *
 * <p>Another spelling needs another {@link #FORM}, and a migration that lets {@link MakeSearchTexts} find the older ones.
 */
public final class SearchKey {
    /** Stands in {@code search_text.form}; 0 is a text whose key is to be made. */
    static final int FORM = 1;

    private static final Map<Integer, String> SIMPLIFIED = simplified();
    /** Filled as characters are met; each thread would write the same. */
    private static final @Nullable String[] KNOWN = new @Nullable String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private SearchKey() {}

    public static String of(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.codePoints().forEach(c -> key.append(c < KNOWN.length ? known(c) : spelled(c)));
        return key.toString();
    }

    private static String known(int character) {
        String known = KNOWN[character];
        if (known == null) {
            known = spelled(character);
            KNOWN[character] = known;
        }
        return known;
    }

    /** Each pair of neighbouring characters as one number, as the function {@code text_pairs} of the database gives them. */
    static long[] pairs(String key) {
        int[] characters = key.codePoints().toArray();
        return IntStream.range(1, characters.length)
                .mapToLong(i -> ((long) characters[i - 1] << 21) | characters[i])
                .distinct()
                .toArray();
    }

    private static String spelled(int character) {
        if (Character.getType(character) == Character.SURROGATE) {
            return "";
        }
        StringBuilder spelled = new StringBuilder();
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                // the capital ß is small first, before it is two letters
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(SearchKey::counts)
                .forEach(c -> spelled.append(
                        SIMPLIFIED.getOrDefault(c, Character.toString(c).toLowerCase(Locale.ROOT))));
        return spelled.toString();
    }

    /** The Chinese zero is a number that is neither letter nor digit. */
    private static boolean counts(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    private static Map<Integer, String> simplified() {
        InputStream file = Objects.requireNonNull(SearchKey.class.getResourceAsStream("simplified.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.codePoints().toArray())
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> Character.toString(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
