package org.pengjiang.team.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** What the lines of a pledge must fulfil; names every fault at once. */
final class LineRules {
    private static final int MONTHS = 12;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final List<Fault> faults = new ArrayList<>();

    private LineRules() {}

    static void require(List<TargetLine> lines) {
        LineRules rules = new LineRules();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            rules.check("/lines/" + i, lines.get(i), keys);
        }
        int sum = lines.stream().mapToInt(TargetLine::weight).sum();
        if (sum != BasisPoints.WHOLE) {
            rules.faults.add(Fault.at("/lines", TeamProblem.WEIGHTS_NOT_WHOLE, sum));
        }
        if (!rules.faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, rules.faults);
        }
    }

    private void check(String at, TargetLine line, Set<String> keys) {
        faultIf(!fits(line), at + "/lineKind", TeamProblem.LINE_KIND_UNFIT);
        faultIf(!keys.add(line.key()), at, TeamProblem.LINE_TWICE);
        boolean filtered =
                line.minBand() != null || line.manufacturing() != null || line.chain() != null || line.tag() != null;
        faultIf(line.metric().isRatio() && filtered, at, TeamProblem.FILTER_NOT_EXPECTED);
        faultIf(tooFine(line), at + "/target", TeamProblem.TARGET_SCALE);
        checkCurve(at + "/customCurve", line);
    }

    private static boolean fits(TargetLine line) {
        return switch (line.kind()) {
            case SUM -> line.metric().quantity() == Quantity.YUAN;
            case COUNT, BREAKTHROUGH -> line.metric().quantity() == Quantity.PROJECT;
            case RATIO -> line.metric().isRatio();
        };
    }

    private static boolean tooFine(TargetLine line) {
        boolean aboveWhole = line.metric().isRatio() && line.target().compareTo(HUNDRED) > 0;
        return aboveWhole
                || line.target().stripTrailingZeros().scale() > line.unit().scale();
    }

    private void checkCurve(String at, TargetLine line) {
        List<Integer> points = line.custom();
        if (line.curve() != Curve.CUSTOM) {
            faultIf(!points.isEmpty(), at, TeamProblem.CUSTOM_CURVE_NOT_EXPECTED);
            return;
        }
        if (points.size() != MONTHS) {
            faults.add(Fault.at(at, TeamProblem.CUSTOM_CURVE_MISSING));
            return;
        }
        boolean falls = points.getFirst() < 0;
        for (int month = 1; month < MONTHS; month++) {
            falls |= points.get(month) < points.get(month - 1);
        }
        faultIf(falls, at, TeamProblem.CUSTOM_CURVE_DECREASES);
        faultIf(points.getLast() != BasisPoints.WHOLE, at, TeamProblem.CUSTOM_CURVE_NOT_WHOLE);
    }

    private void faultIf(boolean wrong, String at, TeamProblem problem) {
        if (wrong) {
            faults.add(Fault.at(at, problem));
        }
    }
}
