package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Places inside each group, by rounded total; equal totals share the place and the next place skips (1, 2, 2, 4). Later
 * stages, signed amount and code order those who share a place and never separate them. Who has no score has no place.
 */
final class League {
    private League() {}

    /** @param total rounded to two places: what people see equal is equal */
    record Contender(
            String code, String group, Optional<BigDecimal> total, BigDecimal finalStages, BigDecimal signed) {}

    private static final Comparator<Contender> ORDER = Comparator.comparing(
                    (Contender it) -> it.total().orElseThrow())
            .thenComparing(Contender::finalStages)
            .thenComparing(Contender::signed)
            .reversed()
            .thenComparing(Contender::code);

    /** By code, in the order of the table. */
    static Map<String, Integer> places(List<Contender> contenders) {
        Map<String, Integer> places = new HashMap<>();
        contenders.stream()
                .filter(it -> it.total().isPresent())
                .collect(Collectors.groupingBy(Contender::group))
                .values()
                .forEach(group -> place(group.stream().sorted(ORDER).toList(), places));
        return places;
    }

    private static void place(List<Contender> ordered, Map<String, Integer> places) {
        int place = 0;
        for (int i = 0; i < ordered.size(); i++) {
            boolean shared = i > 0 && total(ordered.get(i)).compareTo(total(ordered.get(i - 1))) == 0;
            place = shared ? place : i + 1;
            places.put(ordered.get(i).code(), place);
        }
    }

    private static BigDecimal total(Contender contender) {
        return contender.total().orElseThrow();
    }
}
