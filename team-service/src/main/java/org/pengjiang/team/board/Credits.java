package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;

/** Everything credited in the year up to the date, read once for the whole board. */
final class Credits {
    /** Holds the district's own sums, made from the events without splitting. */
    static final UUID DISTRICT = new UUID(0, 0);

    private static final int WHOLE_YEAR = Month.DECEMBER.getValue();

    private final Map<UUID, List<Credit>> byHolder;

    Credits(List<Credit> credits) {
        byHolder = credits.stream().collect(Collectors.groupingBy(Credit::holder));
    }

    boolean anyHistorical(UUID holder) {
        return of(holder).stream().anyMatch(Credit::historical);
    }

    /** Two ways to the same figures: the teams' parts and the whole that was never split, metric by metric. */
    boolean teamsAddUpToDistrict() {
        Map<Metric, BigDecimal> difference = new EnumMap<>(Metric.class);
        byHolder.forEach((holder, credits) -> credits.forEach(credit -> difference.merge(
                credit.metric(),
                holder.equals(DISTRICT) ? credit.quantity() : credit.quantity().negate(),
                BigDecimal::add)));
        return difference.values().stream().allMatch(it -> it.signum() == 0);
    }

    Rational of(UUID holder, Metric metric) {
        return sum(holder, credit -> credit.metric() == metric, WHOLE_YEAR);
    }

    /** The upper side of a line: what its metric and filter cover. */
    Rational credited(UUID holder, TargetLine line) {
        return credited(holder, line, WHOLE_YEAR);
    }

    Rational credited(UUID holder, TargetLine line, int lastMonth) {
        return sum(holder, credit -> credit.metric() == line.metric().numerator() && counts(credit, line), lastMonth);
    }

    Rational denominator(UUID holder, TargetLine line, int lastMonth) {
        Metric below = line.metric().denominator().orElseThrow();
        return sum(holder, credit -> credit.metric() == below, lastMonth);
    }

    private static boolean counts(Credit credit, TargetLine line) {
        return switch (line.metric()) {
            case MANUFACTURING_SHARE -> credit.manufacturing();
            case CHAIN_SHARE -> !credit.chain().isEmpty();
            default -> line.covers(credit.band(), credit.manufacturing(), credit.chain(), credit.tags());
        };
    }

    private Rational sum(UUID holder, Predicate<Credit> which, int lastMonth) {
        return Rational.of(of(holder).stream()
                .filter(credit -> credit.month() <= lastMonth)
                .filter(which)
                .map(Credit::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private List<Credit> of(UUID holder) {
        return byHolder.getOrDefault(holder, List.of());
    }
}
