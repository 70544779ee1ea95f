package org.pengjiang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason for a clock's due to be another one than its first target gave. */
public sealed interface ClockRevision {

    Instant at();

    /**
     * The target was replaced. A shorter one leaves at least half of itself from {@code at} on and never passes the old
     * due; a longer one keeps the old due.
     *
     * @param mayPassPromise an approval that lets a longer target pass the promised due
     */
    record TargetChange(Instant at, Target target, boolean mayPassPromise) implements ClockRevision {}

    /**
     * The calendar was replaced. The due it had given is never undercut.
     *
     * @param promisedDue the due under the old calendar; while the clock was paused, as if it had resumed at {@code at}
     * @param latestDue a harder promise that the due does not move past, unless it was promised later already; null for none
     * @param restoresSince it takes back what the calendar changes from this moment on have given: of those, only the promise
     *     from before the first one is kept; null where nothing is taken back
     */
    record CalendarChange(
            Instant at,
            Instant promisedDue,
            @Nullable Instant latestDue,
            @Nullable Instant restoresSince) implements ClockRevision {
        public CalendarChange(Instant at, Instant promisedDue) {
            this(at, promisedDue, null, null);
        }

        public CalendarChange(Instant at, Instant promisedDue, @Nullable Instant latestDue) {
            this(at, promisedDue, latestDue, null);
        }
    }
}
