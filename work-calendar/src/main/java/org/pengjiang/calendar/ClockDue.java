package org.pengjiang.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        ClockDue uncut = due;
        for (ClockRevision revision : standing(clock.revisions())) {
            switch (revision) {
                case ClockRevision.TargetChange change -> {
                    due = due.after(change, start, rule, pauses);
                    uncut = due;
                }
                case ClockRevision.CalendarChange change -> {
                    // the harder promise of an earlier change has moved with the calendar since: only the newest one
                    // cuts
                    uncut = uncut.keeping(change, start, rule, pauses);
                    due = uncut.cut(change, rule, pauses);
                }
            }
        }
        return due;
    }

    /** Those that count: a change that restores leaves of the calendar changes since its moment only the first one. */
    private static List<ClockRevision> standing(List<ClockRevision> revisions) {
        List<ClockRevision> standing = new ArrayList<>();
        for (ClockRevision revision : revisions) {
            if (revision instanceof ClockRevision.CalendarChange change && change.restoresSince() != null) {
                standing = firstSince(change.restoresSince(), standing);
            }
            standing.add(revision);
        }
        return standing;
    }

    private static List<ClockRevision> firstSince(Instant since, List<ClockRevision> revisions) {
        List<ClockRevision> left = new ArrayList<>();
        boolean hasFirst = false;
        for (ClockRevision revision : revisions) {
            boolean isSince = revision instanceof ClockRevision.CalendarChange
                    && !revision.at().isBefore(since);
            if (!isSince || !hasFirst) {
                left.add(revision);
            }
            hasFirst |= isSince;
        }
        return left;
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

    private ClockDue keeping(ClockRevision.CalendarChange change, long start, DueRule rule, Pauses pauses) {
        long promised = promised(change, rule, pauses);
        return binding(promised > moment, promised, target, rule.isLoaded(start, target, promised));
    }

    private ClockDue cut(ClockRevision.CalendarChange change, DueRule rule, Pauses pauses) {
        Instant latestDue = change.latestDue();
        if (latestDue == null) {
            return this;
        }
        Pauses since = pauses.from(change.at().getEpochSecond());
        long latest = Math.max(promised(change, rule, pauses), rule.movedOn(latestDue.getEpochSecond(), target, since));
        return binding(latest < moment, latest, target, true);
    }

    private long promised(ClockRevision.CalendarChange change, DueRule rule, Pauses pauses) {
        Pauses since = pauses.from(change.at().getEpochSecond());
        return rule.movedOn(change.promisedDue().getEpochSecond(), target, since);
    }

    private ClockDue binding(boolean takesOver, long other, Target itsTarget, boolean itsDaysLoaded) {
        boolean bothLoaded = loaded && itsDaysLoaded;
        return takesOver ? new ClockDue(other, itsTarget, bothLoaded) : new ClockDue(moment, target, bothLoaded);
    }
}
