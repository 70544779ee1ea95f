package org.pengjiang.project.model;

/** What a project does for its chain: strengthen, fill a gap, extend. */
public enum ChainRole {
    STRENGTHEN,
    FILL,
    EXTEND
}
