package org.pengjiang.team.model;

/** Where a team stands in the district. */
public enum TeamKind {
    TOWN,
    STREET,
    DEPARTMENT,
    CHAIN,
    PARK,
    STATIONED
}
