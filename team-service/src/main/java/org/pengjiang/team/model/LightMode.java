package org.pengjiang.team.model;

/** Which figure decides the light. */
public enum LightMode {
    /** Progress ÷ time progress. */
    RATIO,
    /** Progress − time progress, in percentage points. */
    POINTS,
    /** Whether the last completed months met the plan. */
    MONTHLY
}
