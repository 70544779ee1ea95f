package org.pengjiang.appeal.model.appeal;

import org.pengjiang.appeal.model.clock.DueRevision;

/** A clock whose due was revised, and how. */
public record RevisedClock(SlaClock clock, DueRevision revision) {
    public boolean isMoved() {
        return !revision.dueAt().equals(revision.previousDueAt());
    }
}
