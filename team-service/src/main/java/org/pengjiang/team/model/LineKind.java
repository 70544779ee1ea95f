package org.pengjiang.team.model;

/** What a line of a pledge promises. */
public enum LineKind {
    /** An amount. */
    SUM,
    /** A number of projects. */
    COUNT,
    /** A share of one metric in another. */
    RATIO,
    /** At least so many projects above a size. */
    BREAKTHROUGH
}
