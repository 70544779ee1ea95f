package org.pengjiang.systemtests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Deals each value of a list before it deals one again: every value meets many places, and not every value every place.
 * {@code -Dtest.hostile=all} deals all of them every time, which takes a quarter of an hour.
 */
final class Deck {
    private static final boolean ALL = Objects.equals(System.getProperty("test.hostile"), "all");

    private final Random random;
    private final Deque<Integer> left = new ArrayDeque<>();

    Deck(Random random) {
        this.random = random;
    }

    /** @param values as many as the time before */
    <T> List<T> deal(List<T> values, int count) {
        if (ALL || count >= values.size()) {
            return values;
        }
        List<T> dealt = new ArrayList<>();
        while (dealt.size() < count) {
            if (left.isEmpty()) {
                List<Integer> places = new ArrayList<>(
                        IntStream.range(0, values.size()).boxed().toList());
                Collections.shuffle(places, random);
                left.addAll(places);
            }
            dealt.add(values.get(left.removeFirst()));
        }
        return dealt;
    }
}
