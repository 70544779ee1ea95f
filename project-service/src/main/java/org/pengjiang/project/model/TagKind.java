package org.pengjiang.project.model;

/** A quality claimed for a project; each claim carries its reason. */
public enum TagKind {
    HIGH_END,
    INTELLIGENT,
    GREEN,
    TECH_INVESTMENT,
    TALENT_INVESTMENT,
    NEW_TRACK
}
