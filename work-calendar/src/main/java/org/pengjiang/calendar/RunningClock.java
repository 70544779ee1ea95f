package org.pengjiang.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock against a target: runs, pauses and runs on, and ends met, missed or stopped. An immutable value; each step
 * gives the next one, and its parts are what a service stores.
 *
 * <p>Its due is not stored but computed from the first target, the revisions and the segments, so that pauses are never
 * lost when a target changes. It cannot be missed while paused. Once met or missed, nothing changes that any more.
 *
 * <p>Steps go forward in time; one before the last is {@link CalendarErrorCode#CLOCK_TIME_REVERSED}, one that its state
 * does not allow {@link CalendarErrorCode#CLOCK_STATE}.
 *
 * @param target the first target
 * @param segments its life so far, each beginning where the one before ended; the last lasts
 * @param revisions changes of target or calendar, in order
 * @param outcome null until met or missed
 */
public record RunningClock(
        Target target,
        List<ClockSegment> segments,
        List<ClockRevision> revisions,
        @Nullable ClockOutcome outcome) {

    static final int GRACE_PERCENT = 50;

    public RunningClock {
        segments = List.copyOf(segments);
        revisions = List.copyOf(revisions);
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i + 1 == segments.size();
            ClockSegment segment = segments.get(i);
            Instant to = segment.to();
            boolean follows = last
                    ? to == null
                    : to != null && to.equals(segments.get(i + 1).from());
            boolean forward = to == null || !to.isBefore(segment.from());
            if (!follows || !forward || (segment.kind() == SegmentKind.STOP && !last)) {
                throw refused(
                        "segments follow each other, only the last one lasts, and nothing follows a stop: " + segments);
            }
        }
        if (segments.isEmpty() || segments.get(0).kind() != SegmentKind.RUN) {
            throw refused("a clock begins by running: " + segments);
        }
    }

    public static RunningClock start(Instant at, Target target) {
        return new RunningClock(target, List.of(new ClockSegment(SegmentKind.RUN, at, null)), List.of(), null);
    }

    public Instant startedAt() {
        return segments.get(0).from();
    }

    public RunningClock pause(CalendarVersion calendar, Instant at) {
        require(SegmentKind.RUN, at);
        return frozen(calendar, at).then(SegmentKind.PAUSE, at);
    }

    public RunningClock resume(Instant at) {
        require(SegmentKind.PAUSE, at);
        return then(SegmentKind.RUN, at);
    }

    /** What the clock waited for has happened: met up to and exactly at the due, missed afterwards. */
    public RunningClock answer(CalendarVersion calendar, Instant at) {
        requireOpen(at);
        RunningClock frozen = frozen(calendar, at);
        Deadline deadline = frozen.outcome == null ? frozen.dueIfResumedAt(calendar, at) : frozen.outcome.deadline();
        boolean met = frozen.outcome == null;
        return frozen.then(SegmentKind.STOP, at).with(new ClockOutcome(met, deadline, at));
    }

    /** The clock ends without an answer, such as a withdrawn case. One already missed stays missed. */
    public RunningClock stop(CalendarVersion calendar, Instant at) {
        requireOpen(at);
        return frozen(calendar, at).then(SegmentKind.STOP, at);
    }

    /** Undoes a stop: the time in between becomes a {@link SegmentKind#GAP}, which holds the due like a pause. */
    public RunningClock reinstate(Instant at) {
        require(SegmentKind.STOP, at);
        if (outcome != null && outcome.answeredAt() != null) {
            throw refused("an answered clock stays answered; a new round has a clock of its own");
        }
        List<ClockSegment> more = new ArrayList<>(segments.subList(0, segments.size() - 1));
        more.add(new ClockSegment(SegmentKind.GAP, last().from(), at));
        more.add(new ClockSegment(SegmentKind.RUN, at, null));
        return new RunningClock(target, more, revisions, outcome);
    }

    /** Replaces the target as {@link ClockRevision.TargetChange} says; a met or missed clock stays as it is. */
    public RunningClock changeTarget(CalendarVersion calendar, Instant at, Target next, boolean mayPassPromise) {
        requireOpen(at);
        return frozen(calendar, at).revised(new ClockRevision.TargetChange(at, next, mayPassPromise));
    }

    /** Follows a change of calendar; {@code before} is the version the due was promised under. */
    public RunningClock changeCalendar(CalendarVersion before, Instant at) {
        requireOpen(at);
        RunningClock frozen = frozen(before, at);
        Instant promised = frozen.dueIfResumedAt(before, at).dueAt();
        return frozen.revised(new ClockRevision.CalendarChange(at, promised));
    }

    public ClockState state(CalendarVersion calendar, Instant now) {
        if (outcome != null) {
            return outcome.met() ? ClockState.MET : ClockState.MISSED;
        }
        return switch (last().kind()) {
            case STOP -> ClockState.STOPPED;
            case PAUSE, GAP -> ClockState.PAUSED;
            case RUN -> isLate(calendar, now) ? ClockState.MISSED : ClockState.RUNNING;
        };
    }

    /** When it is due; empty while it is paused or stopped, because that depends on when it runs on. */
    public Optional<Deadline> due(CalendarVersion calendar) {
        if (outcome != null) {
            return Optional.of(outcome.deadline());
        }
        return last().kind() == SegmentKind.RUN
                ? Optional.of(dueIfResumedAt(calendar, last().from()))
                : Optional.empty();
    }

    /** When it is due, if it runs on from this moment; for a running clock simply its due. */
    public Deadline dueIfResumedAt(CalendarVersion calendar, Instant at) {
        if (outcome != null) {
            return outcome.deadline();
        }
        ClockDue due = ClockDue.of(this, calendar.dueRule(), held(at));
        return calendar.deadline(startedAt().getEpochSecond(), due.moment(), due.loaded());
    }

    /**
     * When this percentage of its time is used up, by walking backwards from the due in the unit of the target that
     * binds; never at or before its start. Empty while it is paused or stopped.
     *
     * @param percent 1 to 100
     */
    public Optional<Instant> levelAt(CalendarVersion calendar, int percent) {
        if (percent < 1 || percent > 100) {
            throw new CalendarException(
                    CalendarErrorCode.AMOUNT_OUT_OF_RANGE, "A level is 1 to 100 percent, not " + percent);
        }
        if (last().kind() != SegmentKind.RUN) {
            return Optional.empty();
        }
        DueRule rule = calendar.dueRule();
        Pauses pauses = held(last().from());
        ClockDue due = ClockDue.of(this, rule, pauses);
        TargetUnit unit = due.target().unit();
        long whole = rule.running(startedAt().getEpochSecond(), due.moment(), unit, pauses);
        return Optional.of(
                Instant.ofEpochSecond(rule.before(due.moment(), whole * (100 - percent) / 100, unit, pauses)));
    }

    /** The pauses and gaps; one that lasts is taken to end at this moment. */
    private Pauses held(Instant until) {
        return Pauses.of(segments.stream()
                .filter(segment -> segment.kind() != SegmentKind.RUN)
                .map(segment -> new Pause(segment.from(), end(segment, until)))
                .toList());
    }

    private static Instant end(ClockSegment segment, Instant until) {
        Instant to = segment.to();
        if (to != null) {
            return to;
        }
        return until.isBefore(segment.from()) ? segment.from() : until;
    }

    /** This clock with its miss written down when it ran past its due before this moment. */
    private RunningClock frozen(CalendarVersion calendar, Instant at) {
        if (outcome != null || last().kind() != SegmentKind.RUN || !isLate(calendar, at)) {
            return this;
        }
        return with(new ClockOutcome(false, dueIfResumedAt(calendar, at), null));
    }

    private boolean isLate(CalendarVersion calendar, Instant at) {
        return at.getEpochSecond() > dueIfResumedAt(calendar, at).dueAt().getEpochSecond();
    }

    private RunningClock then(SegmentKind kind, Instant at) {
        List<ClockSegment> more = new ArrayList<>(segments);
        more.set(more.size() - 1, last().endedAt(at));
        more.add(new ClockSegment(kind, at, null));
        return new RunningClock(target, more, revisions, outcome);
    }

    private RunningClock revised(ClockRevision revision) {
        if (outcome != null) {
            return this;
        }
        List<ClockRevision> more = new ArrayList<>(revisions);
        more.add(revision);
        return new RunningClock(target, segments, more, null);
    }

    private RunningClock with(ClockOutcome next) {
        return new RunningClock(target, segments, revisions, next);
    }

    private ClockSegment last() {
        return segments.get(segments.size() - 1);
    }

    private void require(SegmentKind kind, Instant at) {
        requireForward(at);
        if (last().kind() != kind) {
            throw refused("this step needs a clock in " + kind + ", not in " + last().kind());
        }
    }

    private void requireOpen(Instant at) {
        requireForward(at);
        if (last().kind() == SegmentKind.STOP) {
            throw refused("a stopped clock takes no further step");
        }
    }

    private void requireForward(Instant at) {
        Instant revised = revisions.isEmpty()
                ? last().from()
                : revisions.get(revisions.size() - 1).at();
        if (at.isBefore(last().from()) || at.isBefore(revised)) {
            throw new CalendarException(
                    CalendarErrorCode.CLOCK_TIME_REVERSED, at + " lies before the clock's last step");
        }
    }

    private static CalendarException refused(String why) {
        return new CalendarException(CalendarErrorCode.CLOCK_STATE, why);
    }
}
