package org.pengjiang.team.model;

/** The colour of a line or a team. A pure function of the figures: no memory, no hysteresis. */
public enum Light {
    GREEN,
    YELLOW,
    RED,
    /** Nothing to judge yet: no target, or nothing due. */
    GREY
}
