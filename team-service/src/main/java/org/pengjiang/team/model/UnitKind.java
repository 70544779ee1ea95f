package org.pengjiang.team.model;

/** What an organisation unit is. */
public enum UnitKind {
    TOWN,
    STREET,
    DEPARTMENT,
    PARK,
    OTHER
}
