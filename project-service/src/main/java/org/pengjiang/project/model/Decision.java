package org.pengjiang.project.model;

/** What becomes of an admission case. */
public enum Decision {
    PASS,
    CONDITIONAL,
    DEFER,
    REJECT
}
