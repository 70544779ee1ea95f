package org.pengjiang.appeal.model.tracking;

/** Where a milestone stands. */
public enum MilestoneStatus {
    /** Of a plan that is not decided, or was refused. */
    PLANNED,
    OPEN,
    MET,
    WAIVED
}
