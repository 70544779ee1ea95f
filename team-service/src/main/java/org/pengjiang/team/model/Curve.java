package org.pengjiang.team.model;

/** How a year's target is spread over the year; see {@link TimeProgress}. */
public enum Curve {
    /** Completed months ÷ 12; the current month counts from its last day on. The district's own practice. */
    LINEAR_MONTH,
    /** Days gone, the day itself included, ÷ days of the year. */
    LINEAR_DAY,
    /** Working days gone, the day itself included, ÷ working days of the year. */
    LINEAR_WORKDAY,
    /** Twelve cumulative shares, one for each completed month. */
    CUSTOM
}
