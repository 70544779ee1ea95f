package org.pengjiang.team.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * How figures become a light. Compares unrounded: 0.6999… of the plan is red.
 *
 * @param greenFrom smallest ratio that is green
 * @param yellowFrom smallest ratio that is yellow
 * @param yellowFromPoints smallest gap in percentage points that is yellow
 */
public record LightRule(LightMode mode, BigDecimal greenFrom, BigDecimal yellowFrom, BigDecimal yellowFromPoints) {

    public static final LightRule DEFAULT =
            new LightRule(LightMode.RATIO, new BigDecimal("1.00"), new BigDecimal("0.70"), new BigDecimal("-30"));

    /** @param monthsMet whether each completed month met its plan, oldest first; read by MONTHLY alone */
    public Light of(Progress progress, List<Boolean> monthsMet) {
        if (progress.ratio().isEmpty()) {
            return Light.GREY;
        }
        return switch (mode) {
            case RATIO -> byRatio(progress.ratio().get());
            case POINTS -> byPoints(progress.gap().orElse(Rational.ZERO));
            case MONTHLY -> byMonths(monthsMet);
        };
    }

    private Light byRatio(Rational ratio) {
        if (ratio.compareTo(Rational.of(greenFrom)) >= 0) {
            return Light.GREEN;
        }
        return ratio.compareTo(Rational.of(yellowFrom)) >= 0 ? Light.YELLOW : Light.RED;
    }

    private Light byPoints(Rational gap) {
        if (gap.signum() >= 0) {
            return Light.GREEN;
        }
        return gap.compareTo(Rational.of(yellowFromPoints)) >= 0 ? Light.YELLOW : Light.RED;
    }

    private static Light byMonths(List<Boolean> monthsMet) {
        if (monthsMet.isEmpty()) {
            return Light.GREY;
        }
        if (monthsMet.getLast()) {
            return Light.GREEN;
        }
        boolean missedBefore = monthsMet.size() > 1 && !monthsMet.get(monthsMet.size() - 2);
        return missedBefore ? Light.RED : Light.YELLOW;
    }
}
