package org.pengjiang.calendar;

import java.time.Instant;

/**
 * The due of a clock after its revisions.
 *
 * @param target the target that binds, whose unit measures levels
 * @param loaded true when every due that was compared rests on published days only
 */
record ClockDue(long moment, Target target, boolean loaded) {

    static ClockDue of(RunningClock clock, DueRule rule, Pauses pauses) {
        long start = clock.startedAt().getEpochSecond();
        long first = rule.due(start, clock.target(), pauses);
        ClockDue due = new ClockDue(first, clock.target(), rule.isLoaded(start, clock.target(), first));
        for (ClockRevision revision : clock.revisions()) {
            due = switch (revision) {
                case ClockRevision.TargetChange change -> due.after(change, start, rule, pauses);
                case ClockRevision.CalendarChange change -> due.after(change, start, rule, pauses);
            };
        }
        return due;
    }

    private ClockDue after(ClockRevision.TargetChange change, long start, DueRule rule, Pauses pauses) {
        Target next = change.target();
        long fromStart = rule.due(start, next, pauses);
        if (change.mayPassPromise()) {
            return binding(fromStart > moment, fromStart, next, rule.isLoaded(start, next, fromStart));
        }
        long changed = change.at().getEpochSecond();
        long graceEnd = rule.grace(start, next, changed, pauses, RunningClock.GRACE_PERCENT);
        long candidate = Math.max(fromStart, graceEnd);
        return binding(candidate < moment, candidate, next, rule.isLoaded(start, next, candidate));
    }

    private ClockDue after(ClockRevision.CalendarChange change, long start, DueRule rule, Pauses pauses) {
        Pauses since = pauses.from(change.at().getEpochSecond());
        long promised = rule.movedOn(change.promisedDue().getEpochSecond(), target, since);
        ClockDue kept = binding(promised > moment, promised, target, rule.isLoaded(start, target, promised));
        Instant latestDue = change.latestDue();
        if (latestDue == null) {
            return kept;
        }
        long latest = Math.max(promised, rule.movedOn(latestDue.getEpochSecond(), target, since));
        return kept.binding(latest < kept.moment, latest, target, true);
    }

    private ClockDue binding(boolean takesOver, long other, Target itsTarget, boolean itsDaysLoaded) {
        boolean bothLoaded = loaded && itsDaysLoaded;
        return takesOver ? new ClockDue(other, itsTarget, bothLoaded) : new ClockDue(moment, target, bothLoaded);
    }
}
