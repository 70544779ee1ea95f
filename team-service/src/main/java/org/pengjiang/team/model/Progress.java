package org.pengjiang.team.model;

import java.util.Optional;

/**
 * What is reached of a target, beside the share of it that is due.
 *
 * @param due the time progress, 0 to 1
 */
public record Progress(Optional<Rational> target, Rational credited, Rational due) {
    private static final long HUNDRED = 100;

    /** Credited ÷ target; absent (never infinite) without a target. */
    public Optional<Rational> reached() {
        return target.filter(value -> !value.isZero()).map(credited::dividedBy);
    }

    public Optional<Rational> percent() {
        return reached().map(value -> value.times(HUNDRED));
    }

    /** In percentage points. */
    public Optional<Rational> gap() {
        return reached().map(value -> value.minus(due).times(HUNDRED));
    }

    /** Reached ÷ due; absent while nothing is due. */
    public Optional<Rational> ratio() {
        return due.isZero() ? Optional.empty() : reached().map(value -> value.dividedBy(due));
    }
}
