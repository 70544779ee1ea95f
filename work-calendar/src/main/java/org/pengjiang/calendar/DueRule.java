package org.pengjiang.calendar;

/**
 * Turns a start, a target and pauses into a due moment. A pause counts in the unit of its clock, and only when it began
 * before the due it would move; the due it has moved is the one the next pause is held against.
 */
final class DueRule {

    private final WorkingTime time;

    DueRule(WorkingTime time) {
        this.time = time;
    }

    long due(long start, Target target, Pauses pauses) {
        Pauses counted = pauses.from(start);
        return switch (target.unit()) {
            case NATURAL_MINUTES -> natural(start, target.amount() * 60, target.rollForward(), counted);
            case NATURAL_DAYS ->
                natural(start, target.amount() * ShanghaiTime.SECONDS_PER_DAY, target.rollForward(), counted);
            case WORKING_MINUTES -> working(time.position(start) + target.amount() * 60, counted);
            case WORKING_DAYS_END -> working(time.position(endOfWorkday(start, target.amount())), counted);
        };
    }

    /** The share of the target that a clock may still take after its target became shorter, counted from {@code change}. */
    long grace(long start, Target target, long change, Pauses pauses, int percent) {
        Pauses counted = pauses.from(change);
        if (target.unit().isNatural()) {
            long whole = due(start, new Target(target.amount(), target.unit(), false), Pauses.NONE) - start;
            return natural(change, whole * percent / 100, target.rollForward(), counted);
        }
        long whole = time.position(due(start, target, Pauses.NONE)) - time.position(start);
        return working(time.position(change) + Math.max(1, whole * percent / 100), counted);
    }

    /** A due that was promised, moved on by the pauses that began before it. */
    long movedOn(long promised, Target target, Pauses pauses) {
        return target.unit().isNatural()
                ? natural(promised, 0, target.rollForward(), pauses)
                : movedOnInWorkingTime(promised, pauses);
    }

    /** Unpaused seconds between two moments, in the unit's own time. */
    long running(long from, long to, TargetUnit unit, Pauses pauses) {
        long running = measure(from, to, unit);
        for (Pauses.Span pause : pauses.spans()) {
            long begin = Math.max(from, pause.from());
            long end = Math.min(to, pause.to());
            if (begin < end) {
                running -= measure(begin, end, unit);
            }
        }
        return running;
    }

    /** The moment from which this many unpaused seconds are left until due, walked backwards in the unit's own time. */
    long before(long due, long seconds, TargetUnit unit, Pauses pauses) {
        long position = due;
        long left = seconds;
        for (Pauses.Span pause : pauses.spans().reversed()) {
            if (pause.from() >= position) {
                continue;
            }
            long run = measure(Math.min(pause.to(), position), position, unit);
            if (left <= run) {
                break;
            }
            left -= run;
            position = pause.from();
        }
        if (left == 0) {
            return position;
        }
        return unit.isNatural() ? position - left : time.latest(time.position(position) - left);
    }

    /** True when every day from start to due has a published list; natural time that does not roll needs none. */
    boolean isLoaded(long start, Target target, long due) {
        boolean needsDays = !target.unit().isNatural() || target.rollForward();
        return !needsDays || time.isLoaded(time.day(start), time.day(due));
    }

    long endOfWorkday(long start, long amount) {
        int day = time.day(start);
        int through = time.workdaysThrough(day);
        if (amount > 0) {
            return time.endOf(time.workday(Math.toIntExact(Math.min(through + amount, Integer.MAX_VALUE))));
        }
        boolean stillOpen = time.isWorkday(day) && start < time.endOf(day);
        return time.endOf(time.workday(stillOpen ? through : through + 1));
    }

    private long working(long position, Pauses pauses) {
        long due = position;
        for (Pauses.Span pause : pauses.spans()) {
            long from = time.position(pause.from());
            if (from >= due) {
                break;
            }
            due += time.position(pause.to()) - from;
        }
        return time.earliest(due);
    }

    /** Unlike a computed due, a promised one may lie outside working time, after a change of calendar. */
    private long movedOnInWorkingTime(long promised, Pauses pauses) {
        long due = promised;
        for (Pauses.Span pause : pauses.spans()) {
            if (pause.from() >= due) {
                break;
            }
            long paused = measure(pause.from(), pause.to(), TargetUnit.WORKING_MINUTES);
            due = paused == 0 ? due : time.earliest(time.position(due) + paused);
            if (due <= pause.to()) {
                due = endOfWorkday(pause.to(), 0);
            }
        }
        return due;
    }

    /**
     * Elapsed pauses are added before the roll. A pause that begins after the natural end, while the roll has the clock
     * wait for the next working day, holds the roll itself: otherwise the clock would be late the moment it resumes.
     */
    private long natural(long start, long seconds, boolean rollForward, Pauses pauses) {
        long end = start + seconds;
        long due = rollForward ? rolled(end) : end;
        for (Pauses.Span pause : pauses.spans()) {
            if (pause.from() >= due) {
                break;
            }
            if (pause.from() < end) {
                end += pause.to() - pause.from();
                due = rollForward ? rolled(end) : end;
            } else {
                due = Math.max(due, endOfWorkday(pause.to(), 0));
            }
        }
        return due;
    }

    private long rolled(long end) {
        return time.isWorkday(time.day(end)) ? end : endOfWorkday(end, 0);
    }

    private long measure(long from, long to, TargetUnit unit) {
        return unit.isNatural() ? to - from : time.position(to) - time.position(from);
    }
}
