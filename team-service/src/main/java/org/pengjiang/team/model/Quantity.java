package org.pengjiang.team.model;

/** What a metric is counted in. */
public enum Quantity {
    /** Yuan, exact to the fen. */
    YUAN(2),
    /** Projects, exact to 0.0001 of one. */
    PROJECT(4),
    /** Percent of another metric, two places; never a ledger entry. */
    PERCENT(2);

    private final int scale;

    Quantity(int scale) {
        this.scale = scale;
    }

    public int scale() {
        return scale;
    }
}
