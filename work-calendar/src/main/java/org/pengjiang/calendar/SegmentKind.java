package org.pengjiang.calendar;

/** What a clock does during a stretch of its life. */
public enum SegmentKind {
    /** It counts. */
    RUN,
    /** It waits for somebody else, with a reason, and counts on afterwards. */
    PAUSE,
    /** It was stopped and that was undone later (merged and unmerged, refused and upheld): no pause anybody granted. */
    GAP,
    /** It counts no more. */
    STOP
}
