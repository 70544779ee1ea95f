package org.pengjiang.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sorted measurements and what one says of them. */
record Samples(double[] sorted) {

    static Samples of(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return new Samples(copy);
    }

    static Samples of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        return percentile(50);
    }

    /** Nearest rank. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    double largest() {
        return sorted[sorted.length - 1];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %.3f (%.3f … %.3f, n=%d)", median(), sorted[0], largest(), sorted.length);
    }
}
