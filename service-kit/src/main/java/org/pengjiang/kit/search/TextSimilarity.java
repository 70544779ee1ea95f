package org.pengjiang.kit.search;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How much two texts have in common, by the pairs of neighbouring characters that a search goes by. */
public final class TextSimilarity {
    private final Set<Long> pairs;

    private TextSimilarity(Set<Long> pairs) {
        this.pairs = pairs;
    }

    public static TextSimilarity of(String text) {
        return new TextSimilarity(
                Arrays.stream(SearchKey.pairs(SearchKey.of(text))).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    /** Twice what both have, of all that they have (Dice), in percent; 0 where one has no pair. */
    public int percentOf(String other) {
        Set<Long> others = of(other).pairs;
        return pairs.isEmpty() || others.isEmpty() ? 0 : 200 * common(others) / (pairs.size() + others.size());
    }

    /** How much of the other, which is shorter, is in this one, in percent; 0 where one has no pair. */
    public int percentHeld(String other) {
        Set<Long> others = of(other).pairs;
        return others.isEmpty() ? 0 : 100 * common(others) / others.size();
    }

    private int common(Set<Long> others) {
        return Math.toIntExact(others.stream().filter(pairs::contains).count());
    }
}
