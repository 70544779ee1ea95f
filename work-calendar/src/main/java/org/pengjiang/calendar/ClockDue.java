package org.pengjiang.calendar;

/** The due of a clock after its revisions, and the target that binds. */
record ClockDue(long moment, Target target) {

    static ClockDue of(RunningClock clock, DueRule rule, Pauses pauses) {
        long start = clock.startedAt().getEpochSecond();
        ClockDue due = new ClockDue(rule.due(start, clock.target(), pauses), clock.target());
        for (ClockRevision revision : clock.revisions()) {
            due = switch (revision) {
                case ClockRevision.TargetChange change -> due.after(change, start, rule, pauses);
                case ClockRevision.CalendarChange change -> due.after(change, rule, pauses);
            };
        }
        return due;
    }

    private ClockDue after(ClockRevision.TargetChange change, long start, DueRule rule, Pauses pauses) {
        long fromStart = rule.due(start, change.target(), pauses);
        if (change.mayPassPromise()) {
            return fromStart > moment ? new ClockDue(fromStart, change.target()) : this;
        }
        long changed = change.at().getEpochSecond();
        long graceEnd = rule.grace(start, change.target(), changed, pauses, RunningClock.gracePercent());
        long candidate = Math.max(fromStart, graceEnd);
        return candidate < moment ? new ClockDue(candidate, change.target()) : this;
    }

    private ClockDue after(ClockRevision.CalendarChange change, DueRule rule, Pauses pauses) {
        Pauses since = pauses.from(change.at().getEpochSecond());
        long promised = rule.movedOn(change.promisedDue().getEpochSecond(), target, since);
        return promised > moment ? new ClockDue(promised, target) : this;
    }
}
