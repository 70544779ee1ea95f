package org.pengjiang.project.model;

/** What sort of project it is; decides how it counts. */
public enum ProjectKind {
    NEW,
    EXPANSION,
    RELOCATION_IN,
    PHASE,
    MERGER_ACQ,
    HQ_RND;

    boolean needsParent() {
        return this == EXPANSION || this == PHASE;
    }
}
