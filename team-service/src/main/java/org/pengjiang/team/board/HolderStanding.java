package org.pengjiang.team.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pengjiang.team.model.Light;
import org.pengjiang.team.model.LightMode;
import org.pengjiang.team.model.LightRule;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Progress;
import org.pengjiang.team.model.Rational;

/** The lines of a team or the district together. */
record HolderStanding(List<LineStanding> lines) {
    private static final long HUNDRED = 100;
    private static final String USUAL_HEADLINE = "SIGNED_AMOUNT";

    /** The line that stands for the whole in a bulletin: the signed amount, otherwise the first sum. */
    Optional<LineStanding> headline() {
        return lines.stream()
                .filter(line -> line.line().kind() == LineKind.SUM)
                .min(Comparator.comparing(line -> !line.line().key().equals(USUAL_HEADLINE)));
    }

    Score score() {
        return new Score(lines);
    }

    /** By the interim score as a share of full marks; with points, by the weighted gaps; by months, the worst line. */
    Light overall(LightRule rule) {
        List<LineStanding> judged =
                lines.stream().filter(line -> line.light() != Light.GREY).toList();
        Optional<Rational> interim = score().interim();
        if (judged.isEmpty() || interim.isEmpty()) {
            return Light.GREY;
        }
        if (rule.mode() == LightMode.MONTHLY) {
            return judged.stream()
                    .map(LineStanding::light)
                    .max(Comparator.naturalOrder())
                    .orElse(Light.GREY);
        }
        Rational reached = rule.mode() == LightMode.RATIO
                ? interim.get().dividedBy(Rational.of(HUNDRED, 1))
                : Rational.ONE.plus(weightedGap(judged).dividedBy(Rational.of(HUNDRED, 1)));
        return rule.of(new Progress(Optional.of(Rational.ONE), reached, Rational.ONE), List.of());
    }

    private static Rational weightedGap(List<LineStanding> judged) {
        Rational sum = Rational.ZERO;
        long weights = 0;
        for (LineStanding line : judged) {
            sum = sum.plus(line.progress()
                    .gap()
                    .orElse(Rational.ZERO)
                    .times(line.line().weight()));
            weights += line.line().weight();
        }
        return weights == 0 ? Rational.ZERO : sum.dividedBy(Rational.of(weights, 1));
    }
}
