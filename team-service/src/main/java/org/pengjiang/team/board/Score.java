package org.pengjiang.team.board;

import java.util.List;
import java.util.Optional;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Rational;

/**
 * The score of a pledge, out of 100. A line earns its weight times what is reached of the target that is due (interim)
 * or of the whole target (final), over-delivery only up to its cap; a breakthrough earns all or nothing; the weight of
 * lines that cannot be judged is spread over the others.
 */
final class Score {
    private static final long HUNDRED = 100;

    private final List<LineStanding> judged;
    private final int weightJudged;

    Score(List<LineStanding> lines) {
        judged = lines.stream().filter(line -> !line.neutral()).toList();
        weightJudged = judged.stream().mapToInt(line -> line.line().weight()).sum();
    }

    /** Absent while nothing is due. */
    Optional<Rational> interim() {
        boolean nothingDue =
                judged.stream().anyMatch(line -> line.progress().due().isZero());
        return nothingDue ? Optional.empty() : total(true);
    }

    /** What the year would be worth if it ended with what is reached now. */
    Optional<Rational> atYearEnd() {
        return total(false);
    }

    private Optional<Rational> total(boolean interim) {
        if (weightJudged == 0) {
            return Optional.empty();
        }
        Rational sum = Rational.ZERO;
        for (LineStanding line : judged) {
            sum = sum.plus(points(line, interim));
        }
        return Optional.of(sum);
    }

    Rational points(LineStanding line, boolean interim) {
        Rational weight = Rational.of(line.line().weight() * HUNDRED, weightJudged);
        return weight.times(fulfilled(line, interim));
    }

    static Rational fulfilled(LineStanding line, boolean interim) {
        Rational reached = line.progress().reached().orElse(Rational.ZERO);
        if (line.line().kind() == LineKind.BREAKTHROUGH) {
            return reached.compareTo(Rational.ONE) >= 0 ? Rational.ONE : Rational.ZERO;
        }
        Rational against = interim ? line.progress().ratio().orElse(Rational.ZERO) : reached;
        return against.max(Rational.ZERO).min(Rational.of(line.line().cap()));
    }

    boolean spreadsWeights() {
        return weightJudged != BasisPoints.WHOLE;
    }
}
