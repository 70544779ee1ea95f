package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.util.Optional;
import org.pengjiang.team.model.Progress;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;

/** How figures are shown: rounded once, at the very end. */
final class Figures {
    private static final int PLACES = 2;
    private static final int RATIO_PLACES = 3;

    private Figures() {}

    static Optional<String> percent(Progress progress) {
        return progress.percent().map(Figures::twoPlaces);
    }

    /** With its sign, as bulletins write it. */
    static Optional<String> gap(Progress progress) {
        return progress.gap().map(gap -> {
            BigDecimal points = gap.rounded(PLACES);
            return (points.signum() > 0 ? "+" : "") + points.toPlainString();
        });
    }

    static Optional<String> ratio(Progress progress) {
        return progress.ratio().map(ratio -> ratio.rounded(RATIO_PLACES).toPlainString());
    }

    static String twoPlaces(Rational value) {
        return value.rounded(PLACES).toPlainString();
    }

    /** A quantity of the line; money and projects are exact in their unit, a share is rounded. */
    static String quantity(TargetLine line, Rational value) {
        int places = line.unit().scale();
        return line.metric().isRatio()
                ? twoPlaces(value)
                : line.inUnit(value.rounded(places)).toPlainString();
    }
}
