package org.pengjiang.team.model;

/** The life cycle of a project as the project events name it. */
public enum Stage {
    LEAD,
    NEGOTIATING,
    ADMISSION_REVIEW,
    ADMITTED,
    SIGNED,
    REGISTERED,
    CONSTRUCTION,
    COMPLETED,
    IN_PRODUCTION,
    AT_TARGET
}
