package org.pengjiang.calendar;

import java.util.function.LongUnaryOperator;

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
            case NATURAL_MINUTES -> natural(start + target.amount() * 60, roll(start, target), counted);
            case NATURAL_DAYS ->
                natural(start + target.amount() * ShanghaiTime.SECONDS_PER_DAY, roll(start, target), counted);
            case NATURAL_DAYS_MIDNIGHT ->
                natural(time.midnightAfter(time.dayAfter(start, target.amount())), roll(start, target), counted);
            case NATURAL_DAYS_END -> working(time.position(endOfNaturalDay(start, target.amount())), counted);
            case WORKING_MINUTES -> working(time.position(start) + target.amount() * 60, counted);
            case WORKING_DAYS_END -> working(time.position(endOfWorkday(start, target.amount())), counted);
        };
    }

    /** The share of the target that a clock may still take after its target became shorter, counted from {@code change}. */
    long grace(long start, Target target, long change, Pauses pauses, int percent) {
        Pauses counted = pauses.from(change);
        if (target.unit().isNatural()) {
            long whole = due(start, new Target(target.amount(), target.unit(), false), Pauses.NONE) - start;
            return natural(change + whole * percent / 100, roll(start, target), counted);
        }
        long whole = time.position(due(start, target, Pauses.NONE)) - time.position(start);
        return working(time.position(change) + Math.max(1, whole * percent / 100), counted);
    }

    /** A due that was promised, moved on by the pauses that began before it. */
    long movedOn(long promised, Target target, Pauses pauses) {
        if (!target.unit().isNatural()) {
            return movedOnInWorkingTime(promised, pauses);
        }
        boolean midnight = target.unit() == TargetUnit.NATURAL_DAYS_MIDNIGHT;
        return natural(promised, midnight ? this::midnightAfter : roll(promised, target), pauses);
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
        if (target.unit() == TargetUnit.NATURAL_DAYS_MIDNIGHT) {
            return isWindowLoaded(time.day(start) + 1, time.day(due - 1));
        }
        boolean needsDays = !target.unit().isNatural() || target.rollForward();
        return !needsDays || time.isLoaded(time.day(start), time.day(due));
    }

    /** One working day that is sure is enough: the window does not lie wholly in days off then. */
    private boolean isWindowLoaded(int first, int last) {
        if (time.isLoaded(first, last)) {
            return true;
        }
        for (int day = first; day <= last; day++) {
            if (time.isWorkday(day) && time.isLoaded(day, day)) {
                return true;
            }
        }
        return false;
    }

    private long endOfNaturalDay(long start, long amount) {
        int day = time.dayAfter(start, amount);
        return time.isWorkday(day) ? time.endOf(day) : time.endOf(time.workday(time.workdaysThrough(day) + 1));
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
    private long natural(long unpausedEnd, LongUnaryOperator roll, Pauses pauses) {
        long end = unpausedEnd;
        long due = roll.applyAsLong(end);
        for (Pauses.Span pause : pauses.spans()) {
            if (pause.from() >= due) {
                break;
            }
            if (pause.from() < end) {
                end += pause.to() - pause.from();
                due = roll.applyAsLong(end);
            } else {
                due = Math.max(due, roll.applyAsLong(endOfWorkday(pause.to(), 0)));
            }
        }
        return due;
    }

    /** What becomes of the end of natural time that started at this moment. */
    private LongUnaryOperator roll(long start, Target target) {
        if (target.unit() == TargetUnit.NATURAL_DAYS_MIDNIGHT) {
            return end -> midnight(time.day(start), time.day(end - 1));
        }
        return target.rollForward() ? this::rolled : LongUnaryOperator.identity();
    }

    private long rolled(long end) {
        return time.isWorkday(time.day(end)) ? end : endOfWorkday(end, 0);
    }

    /** 24:00 of the last day, or of the first working day after a window that has none. */
    private long midnight(int startDay, int lastDay) {
        int open = time.workdaysThrough(lastDay);
        boolean whollyOff = open == time.workdaysThrough(startDay);
        return time.midnightAfter(whollyOff ? time.workday(open + 1) : lastDay);
    }

    private long midnightAfter(long end) {
        return time.midnightAfter(time.day(end - 1));
    }

    private long measure(long from, long to, TargetUnit unit) {
        return unit.isNatural() ? to - from : time.position(to) - time.position(from);
    }
}
