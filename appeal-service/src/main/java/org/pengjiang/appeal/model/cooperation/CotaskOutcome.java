package org.pengjiang.appeal.model.cooperation;

/** What has become of a co-task. */
public enum CotaskOutcome {
    OPEN,
    /** The unit has done it. */
    FINISHED,
    /** The lead goes on without it. */
    WAIVED,
    /** The centre has upheld the objection of the unit. */
    OBJECTED,
    /** The round ended before it was done. */
    ENDED
}
