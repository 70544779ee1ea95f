package org.pengjiang.appeal.model.lifecycle;

/** What of an appeal a clock belongs to; it ends with it. */
public enum ClockOwner {
    /** The appeal itself, in one of its rounds. */
    APPEAL,
    /** The turn of one handler. */
    ASSIGNMENT,
    /** Something that the appeal has several of, such as a co-task: no change of state but the end of the appeal concerns it. */
    PART
}
