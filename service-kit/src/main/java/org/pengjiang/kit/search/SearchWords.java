package org.pengjiang.kit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** What somebody looks for: every word has to be found, in any order. Blanks part words. */
public final class SearchWords {
    private static final int SHORTEST = 2;
    private static final int MOST = 8;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NUMBER = Pattern.compile("([a-z])([0-9]{6})([0-9]{4})([0-9]{4,9})");

    private final List<String> typed;
    private final List<String> keys;

    private SearchWords(List<String> typed) {
        this.typed = typed;
        this.keys = typed.stream()
                .map(SearchKey::of)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @param parameter the name of the query parameter, for the refusal
     * @param isNarrowed whether the list is narrowed by something else; then one character is enough
     * @throws DomainException SEARCH_TOO_SHORT
     */
    public static Optional<SearchWords> of(String parameter, @Nullable String given, boolean isNarrowed) {
        if (given == null) {
            return Optional.empty();
        }
        // the eighth word and all behind it are one: they are found side by side
        SearchWords words = new SearchWords(Arrays.stream(BLANKS.split(given, MOST))
                .filter(word -> !word.isBlank())
                .toList());
        if (words.keys.stream().noneMatch(key -> isNarrowed || key.codePointCount(0, key.length()) >= SHORTEST)) {
            throw new DomainException(
                    KitProblem.SEARCH_TOO_SHORT, List.of(Fault.at("query:" + parameter, KitProblem.SEARCH_TOO_SHORT)));
        }
        return Optional.of(words);
    }

    /** As they were typed. */
    List<String> typed() {
        return typed;
    }

    /** As they are searched. */
    List<String> keys() {
        return keys;
    }

    /** Of all words, each once. */
    long[] pairs() {
        return keys.stream()
                .flatMapToLong(key -> Arrays.stream(SearchKey.pairs(key)))
                .distinct()
                .toArray();
    }

    /** The pairs as parts of a key; a word of one character itself. */
    List<String> pairsAsTexts() {
        List<String> pairs = new ArrayList<>();
        for (String key : keys) {
            int[] characters = key.codePoints().toArray();
            for (int i = 0; i < Math.max(characters.length - 1, 1); i++) {
                pairs.add(new String(characters, i, Math.min(2, characters.length)));
            }
        }
        return pairs.stream().distinct().toList();
    }

    /** Whether a full number of the list's items is all that was typed. */
    public boolean isNumber(SearchedList list) {
        return number(list.number()).isPresent();
    }

    /** The full number of one item, where that is all that was typed. */
    Optional<String> number(String letter) {
        Matcher number = NUMBER.matcher(SearchKey.of(String.join("", typed)));
        return number.matches() && number.group(1).equalsIgnoreCase(letter)
                ? Optional.of("%s-%s-%s-%s".formatted(letter, number.group(2), number.group(3), number.group(4)))
                : Optional.empty();
    }
}
