package org.pengjiang.project.model;

/** Whether a project goes on; apart from the stage, so that the stage reached is never lost. */
public enum Condition {
    ACTIVE,
    SUSPENDED,
    TERMINATED,
    MERGED
}
