package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.ClockHistory;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.ClockReading;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.ClockRule;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.EscalationFired;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.Ladder;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ClockOutcome;
import org.pengjiang.calendar.ClockRevision;
import org.pengjiang.calendar.ClockSegment;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.RunningClock;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.log.Ids;

/**
 * One clock of an appeal: a {@link RunningClock} of the calendar and the rule it was started by, stored in parts. What is
 * due and what fires next is computed at every step and kept beside them; that stored moment is the promise, and it is what
 * an answer is held against and what a sweep fires, however late it runs.
 */
@Entity
@Table(name = "deadline_clock")
public class SlaClock {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "appeal_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private Appeal appeal;

    @Embedded
    private ClockKey key;

    @Embedded
    private ClockRule rule;

    @Embedded
    private @Nullable ClockResult result;

    @Embedded
    private ClockReading reading;

    @Embedded
    private ClockHistory history;

    /** Not within the history: in there Hibernate takes columns for nullable, and would delete and write anew what nobody may. */
    @ElementCollection
    @CollectionTable(name = "clock_level", joinColumns = @JoinColumn(name = "clock_id"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<EscalationFired> levels = new HashSet<>();

    /** 0 as long as none has fired: then nobody looks for them. */
    @Column(name = "highest_fired")
    private int highestFired;

    /** It stands still for a reason of its own, whatever the state of the appeal does. */
    @Column
    private boolean held;

    protected SlaClock() {}

    private SlaClock(Appeal appeal, ClockKey key, ClockRule rule, Instant start, TimeContext now) {
        this.id = Ids.next();
        this.appeal = appeal;
        this.key = key;
        this.rule = rule;
        this.history = new ClockHistory(start);
        keep(RunningClock.start(start, rule.target()), now);
    }

    /**
     * Starts to run; of several targets the one that is due first binds, also that of a harder promise. Where the policy says nothing
     * of the clock, the limits of the district do.
     */
    static SlaClock start(
            Appeal appeal, ClockType type, Instant start, @Nullable AssignmentRef ofUnit, TimeContext now) {
        TimeClass timeClass = appeal.classification().timeClass();
        String category = appeal.classification().category();
        ClockRule rule = now.policy()
                .promise(timeClass, type, category, now.calendar(), start)
                .map(promised -> ClockRule.of(now.policy(), promised))
                .orElseGet(() -> ClockRule.of(
                        now.policy(),
                        timeClass,
                        new ClockPlan(now.limits().target(type, now.calendar(), start), null, HandlingLimits.SOURCE)));
        return new SlaClock(appeal, ClockKey.next(appeal, type, ofUnit), rule, start, now);
    }

    /** Of a part, from now on. */
    static SlaClock ofPart(Appeal appeal, ClockType type, ClockPlan plan, TimeContext now) {
        ClockRule rule = ClockRule.of(now.policy(), appeal.classification().timeClass(), plan);
        return new SlaClock(appeal, ClockKey.ofPart(appeal, type, plan.unit()), rule, now.at(), now);
    }

    /** As the calendar computes with it. */
    public RunningClock running() {
        return history.running(rule.target(), result == null ? null : result.outcome());
    }

    /** What it waited for has happened: met up to and exactly at the promised due. */
    void answer(TimeContext now) {
        RunningClock clock = running();
        ClockOutcome missed = clock.outcome();
        Deadline promised = isPaused() ? ifResumed(now) : promised(now);
        boolean met = missed == null && !isPast(promised.dueAt(), now.at());
        keep(with(clock.segments(), SegmentKind.STOP, now.at(), new ClockOutcome(met, promised, now.at())), now);
    }

    /** Its due has passed; the clock waits on, but nothing makes that undone. */
    private void miss(TimeContext now) {
        RunningClock clock = running();
        keep(
                new RunningClock(
                        clock.target(),
                        clock.segments(),
                        clock.revisions(),
                        new ClockOutcome(false, promised(now.at(history.startedAt())), null)),
                now);
    }

    void pause(TimeContext now) {
        RunningClock clock = running();
        keep(with(clock.segments(), SegmentKind.PAUSE, now.at(), clock.outcome()), now);
    }

    void resume(TimeContext now) {
        keep(running().resume(now.at()), now);
    }

    /** Stands still until it is {@link #release released}, also where the appeal goes on. One that is over stays as it is. */
    void hold(TimeContext now) {
        held = isOpen();
        if (held && !isPaused()) {
            pause(now);
        }
    }

    /** @param goesOn whether the state of the appeal lets it run */
    void release(boolean goesOn, TimeContext now) {
        if (held && goesOn && isPaused()) {
            resume(now);
        }
        held = false;
    }

    boolean isHeld() {
        return held;
    }

    /** Ends without an answer; one already missed stays missed. */
    void stop(TimeContext now) {
        RunningClock clock = running();
        keep(with(clock.segments(), SegmentKind.STOP, now.at(), clock.outcome()), now);
    }

    /** Undoes a stop; the time in between is a gap and no pause anybody granted. */
    void reinstate(TimeContext now) {
        keep(running().reinstate(now.at()), now);
    }

    /**
     * Has the target that its policy gives to what the appeal is handled as now; one that is met, missed or stopped stays as it is, and so
     * does one that was promised the same before: what it was given beyond that is not taken back.
     */
    Optional<DueRevision> followClass(
            Classification before, Classification as, boolean mayPass, String why, TimeContext then) {
        Optional<Target> promisedBefore = targetOf(before, then);
        return targetOf(as, then)
                .filter(next -> isOpen() && !next.equals(boundBy()))
                .filter(next -> !promisedBefore.equals(Optional.of(next)))
                .flatMap(next -> changeTarget(then, next, mayPass, why));
    }

    private Optional<Target> targetOf(Classification as, TimeContext then) {
        return then.policy()
                .promise(as.timeClass(), key.type(), as.category(), then.calendar(), startedAt())
                .map(promised -> promised.binding().target());
    }

    /** The target that holds now. */
    private Target boundBy() {
        return running().revisions().stream()
                .filter(ClockRevision.TargetChange.class::isInstance)
                .map(change -> ((ClockRevision.TargetChange) change).target())
                .reduce(rule.target(), (before, after) -> after);
    }

    /** Undoes a stop of a clock that may have been paused then. */
    void comeBack(TimeContext now) {
        boolean wasPaused = history.isPausedBeforeStop();
        reinstate(now);
        if (wasPaused) {
            pause(now);
        }
    }

    /** Replaces its target; what it was paused is kept, and a met or missed clock stays as it is. */
    Optional<DueRevision> changeTarget(TimeContext now, Target next, boolean mayPass, String why) {
        return revise(
                new ClockRevision.TargetChange(now.at(), next, mayPass),
                promised(now).dueAt(),
                now,
                why);
    }

    /** When it would be due, if it were held against another target from now on, for which it may pass its promise. */
    public Instant dueIfChanged(Target next, TimeContext now) {
        return with(new ClockRevision.TargetChange(now.at(), next, true))
                .dueIfResumedAt(now.calendar(), now.at())
                .dueAt();
    }

    /** When it would be due, if this had been its target from the start, with what it was paused. */
    public Instant dueBy(Target other, TimeContext now) {
        return new RunningClock(other, running().segments(), List.of(), null)
                .dueIfResumedAt(now.calendar(), now.at())
                .dueAt();
    }

    /** The target that it has so much longer than it was promised, in the unit of the present one: one that keeps an earlier due counts from that. */
    public Target longerThanPromised(long amount, TimeContext now) {
        Target present = target();
        Instant due = promised(now).dueAt();
        long from = firstAfter(due, present, now);
        long least = present.unit() == TargetUnit.WORKING_DAYS_END ? 0 : 1;
        if (from > least && dueBy(of(present, from - 1), now).equals(due)) {
            from--;
        }
        return of(present, from + amount);
    }

    /** The smallest amount by which it would be due after a moment. */
    private long firstAfter(Instant due, Target present, TimeContext now) {
        long after = Math.max(1, present.amount());
        while (!dueBy(of(present, after), now).isAfter(due)) {
            after *= 2;
        }
        long notAfter = 0;
        while (after - notAfter > 1) {
            long middle = (after + notAfter) / 2;
            if (dueBy(of(present, middle), now).isAfter(due)) {
                after = middle;
            } else {
                notAfter = middle;
            }
        }
        return after;
    }

    private static Target of(Target present, long amount) {
        return new Target(amount, present.unit(), present.rollForward());
    }

    /** What it is held against now. */
    public Target target() {
        return history.revisions().stream()
                .flatMap(revision -> revision.target().stream())
                .reduce((before, after) -> after)
                .orElseGet(rule::target);
    }

    /** When it was due before it got more time; empty where it has got none. */
    public Optional<Instant> originalDueAt() {
        return history.revisions().stream()
                .filter(DueRevision::isExtension)
                .map(DueRevision::previousDueAt)
                .findFirst();
    }

    /**
     * Counts by another calendar from now on, and never gets an earlier due by it.
     *
     * @param before the calendar that the due was promised by
     * @param latest the due of the harder promise, which this one does not move past
     * @param then the moment of the change, and the calendar that holds from it on
     * @return the revision, if anything changed
     */
    Optional<DueRevision> followCalendar(
            CalendarVersion before, @Nullable Instant latest, TimeContext then, String why) {
        Instant due = promised(then.by(before)).dueAt();
        Deadline plain = running().dueIfResumedAt(then.calendar(), then.at());
        ClockRevision change = new ClockRevision.CalendarChange(then.at(), due, latest);
        boolean isAsPromised = plain.dueAt().equals(due)
                && plain.provisional() == reading.provisional()
                && with(change)
                        .dueIfResumedAt(then.calendar(), then.at())
                        .dueAt()
                        .equals(due);
        if (!isOpen() || isAsPromised) {
            if (isOpen()) {
                keep(running(), then);
            }
            return Optional.empty();
        }
        return revise(change, due, then, why);
    }

    /**
     * Counts by another calendar from now on, one that takes an earlier change back: the due goes back to where it would be
     * without that change, never before the promise that stood then, and not into the past.
     *
     * @param since when the change that is taken back was made
     * @return empty where that change had moved nothing or its due is over: then the clock follows as usual
     */
    Optional<DueRevision> giveBack(
            CalendarVersion before, @Nullable Instant latest, Instant since, TimeContext then, String why) {
        if (!isOpen() || history.revisions().stream().noneMatch(revision -> revision.isByCalendarSince(since))) {
            return Optional.empty();
        }
        Instant due = promised(then.by(before)).dueAt();
        Instant restored = with(new ClockRevision.CalendarChange(then.at(), history.startedAt(), latest, since))
                .dueIfResumedAt(then.calendar(), then.at())
                .dueAt();
        return restored.isBefore(due) && restored.isAfter(then.at())
                ? revise(new ClockRevision.CalendarChange(then.at(), restored, latest, since), due, then, why)
                : Optional.empty();
    }

    private Optional<DueRevision> revise(ClockRevision revision, Instant previous, TimeContext then, String why) {
        if (!isOpen()) {
            return Optional.empty();
        }
        RunningClock revised = with(revision);
        Instant due = revised.dueIfResumedAt(then.calendar(), revision.at()).dueAt();
        DueRevision kept =
                DueRevision.of(revision, why, previous, due, then.calendar().id());
        history.revised(kept);
        keep(revised, then);
        return Optional.of(kept);
    }

    private RunningClock with(ClockRevision revision) {
        RunningClock clock = running();
        List<ClockRevision> more = new ArrayList<>(clock.revisions());
        more.add(revision);
        return new RunningClock(clock.target(), clock.segments(), more, null);
    }

    /**
     * Climbs the next rung; the one at the due leaves the clock missed.
     *
     * @return when it was due to fire
     */
    Instant fire(TimeContext now) {
        int level = Objects.requireNonNull(reading.nextLevel());
        Instant moment = Objects.requireNonNull(level == ClockType.DUE ? reading.dueAt() : reading.nextFireAt());
        levels.add(new EscalationFired(level, moment, now.at()));
        highestFired = Math.max(highestFired, level);
        if (level == ClockType.DUE) {
            miss(now);
        } else {
            keep(running(), now);
        }
        return moment;
    }

    public boolean isFired(int level) {
        return level <= highestFired && levels.stream().anyMatch(fired -> fired.level() == level);
    }

    /** Looks for its next rung anew: a clock that the release before has left missed was given none. */
    void lookAhead(TimeContext now) {
        keep(running(), now);
    }

    Ladder ladder(TimeContext now) {
        return now.policy().ladder(rule.timeClass(), key.type());
    }

    /** One that paused exactly at its due has nothing left: it would be due in the moment in which it runs on. */
    private Deadline ifResumed(TimeContext now) {
        Deadline due = promised(now);
        return due.dueAt().isBefore(now.at()) ? new Deadline(now.at(), due.provisional(), due.calendarVersion()) : due;
    }

    private Deadline promised(TimeContext now) {
        Instant due = reading.dueAt();
        return due == null
                ? running().dueIfResumedAt(now.calendar(), now.at())
                : new Deadline(due, reading.provisional(), reading.calendarVersion());
    }

    private RunningClock with(
            List<ClockSegment> segments, SegmentKind kind, Instant at, @Nullable ClockOutcome outcome) {
        List<ClockSegment> more = new ArrayList<>(segments);
        ClockSegment last = more.removeLast();
        more.add(new ClockSegment(last.kind(), last.from(), at));
        more.add(new ClockSegment(kind, at, null));
        return new RunningClock(rule.target(), more, running().revisions(), outcome);
    }

    private void keep(RunningClock next, TimeContext now) {
        history.keep(next.segments());
        ClockOutcome outcome = next.outcome();
        result = outcome == null ? null : ClockResult.of(outcome);
        reading = ClockReading.of(next, ladder(now), highestFired, now.calendar());
    }

    private static boolean isPast(Instant due, Instant at) {
        return at.getEpochSecond() > due.getEpochSecond();
    }

    public boolean isOpen() {
        return reading.state() == ClockState.RUNNING || reading.state() == ClockState.PAUSED;
    }

    boolean isPaused() {
        return reading.state() == ClockState.PAUSED;
    }

    /** Stopped, in time or late: where what it waited for is waited for again, it goes on. */
    boolean hasEndedUnanswered() {
        return history.isAtStop() && (result == null || result.answeredAt() == null);
    }

    /** A window that ended without an answer: nobody has promised one. */
    public boolean hasRunOut() {
        return !type().kind().isBreachedAtDue() && reading.state() == ClockState.MISSED;
    }

    boolean isStoppedSince(Instant moment) {
        return hasEndedUnanswered() && history.segments().getLast().from().equals(moment);
    }

    /** Still waits for its answer, in time or late. */
    public boolean isWaiting() {
        return isOpen() || (reading.state() == ClockState.MISSED && !history.isAtStop());
    }

    boolean firesBy(Instant moment) {
        Instant next = reading.nextFireAt();
        return next != null && !next.isAfter(moment);
    }

    public UUID id() {
        return id;
    }

    ClockKey key() {
        return key;
    }

    public int round() {
        return key.round();
    }

    public ClockType type() {
        return key.type();
    }

    public ClockFamily family() {
        return key.family();
    }

    public Optional<String> unitCode() {
        return Optional.ofNullable(key.unitCode());
    }

    public ClockRule rule() {
        return rule;
    }

    public Instant startedAt() {
        return history.startedAt();
    }

    public Optional<ClockResult> result() {
        return Optional.ofNullable(result);
    }

    /** As last kept: a clock that ran past its due is RUNNING until that was noticed and written down. */
    public ClockState state() {
        return reading.state();
    }

    /** Empty while it is paused, because that depends on when it runs on, and once it is stopped. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(reading.dueAt());
    }

    public boolean isProvisional() {
        return reading.provisional();
    }

    public String calendarVersion() {
        return reading.calendarVersion();
    }

    public Optional<Instant> nextFireAt() {
        return Optional.ofNullable(reading.nextFireAt());
    }

    public Optional<Integer> nextLevel() {
        return Optional.ofNullable(reading.nextLevel());
    }

    public List<StoredSegment> segments() {
        return history.segments();
    }

    public List<DueRevision> revisions() {
        return history.revisions();
    }

    public List<EscalationFired> levels() {
        return levels.stream()
                .sorted(Comparator.comparingInt(EscalationFired::level))
                .toList();
    }
}
