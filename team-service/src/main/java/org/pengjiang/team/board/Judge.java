package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.team.model.Light;
import org.pengjiang.team.model.LightRule;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Progress;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TimeProgress;

/**
 * Judges lines as of a date. A pure function of what was read: the same board comes out whenever it is asked for.
 *
 * @param smallestDenominator a share of fewer projects is not judged
 */
record Judge(int year, LocalDate asOf, Credits credits, LightRule lights, BigDecimal smallestDenominator, Dues dues) {
    private static final Rational HUNDRED = Rational.of(100, 1);

    LineStanding stand(UUID holder, TargetLine line, int startMonth) {
        return stand(holder, line, due(line, startMonth, asOf), month -> due(line, startMonth, endOf(month)));
    }

    LineStanding stand(UUID holder, TargetLine line, Rational due, Due dueAt) {
        boolean proportional = line.kind() == LineKind.SUM || line.kind() == LineKind.COUNT;
        Progress progress = new Progress(
                Optional.of(Rational.of(line.target())),
                reached(holder, line, asOf.getMonthValue()),
                proportional ? due : Rational.ONE);
        boolean neutral = progress.reached().isEmpty() || tooFewProjects(holder, line);
        List<Boolean> monthsMet = monthsMet(holder, line, dueAt);
        return new LineStanding(line, progress, neutral, monthsMet, light(line, progress, due, neutral, monthsMet));
    }

    /** What is due of a line after a month. */
    interface Due {
        Rational after(int month);
    }

    Rational due(TargetLine line, int startMonth, LocalDate day) {
        return dues.of(line, startMonth, day);
    }

    LocalDate endOf(int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    private Rational reached(UUID holder, TargetLine line, int lastMonth) {
        Rational credited = credits.credited(holder, line, lastMonth);
        if (!line.metric().isRatio()) {
            return credited;
        }
        Rational below = credits.denominator(holder, line, lastMonth);
        return below.signum() <= 0 ? Rational.ZERO : credited.dividedBy(below).times(HUNDRED);
    }

    private boolean tooFewProjects(UUID holder, TargetLine line) {
        return line.metric().isRatio()
                && credits.of(holder, Metric.SIGNED_COUNT).compareTo(Rational.of(smallestDenominator)) < 0;
    }

    private List<Boolean> monthsMet(UUID holder, TargetLine line, Due dueAt) {
        Rational target = Rational.of(line.target());
        List<Boolean> met = new ArrayList<>();
        for (int month = 1; month <= TimeProgress.completedMonths(asOf); month++) {
            Rational due = dueAt.after(month);
            if (!due.isZero()) {
                met.add(reached(holder, line, month).compareTo(target.times(due)) >= 0);
            }
        }
        return List.copyOf(met);
    }

    /** A share is judged by its target at any time, a breakthrough is only missed when the year is over. */
    private Light light(TargetLine line, Progress progress, Rational due, boolean neutral, List<Boolean> monthsMet) {
        if (neutral || due.isZero()) {
            return Light.GREY;
        }
        if (line.kind() != LineKind.BREAKTHROUGH) {
            return lights.of(progress, monthsMet);
        }
        boolean reached = progress.reached().orElse(Rational.ZERO).compareTo(Rational.ONE) >= 0;
        if (reached) {
            return Light.GREEN;
        }
        return due.compareTo(Rational.ONE) < 0 ? Light.YELLOW : Light.RED;
    }
}
