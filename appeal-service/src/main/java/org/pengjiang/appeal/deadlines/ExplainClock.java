package org.pengjiang.appeal.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.deadlines.ClockExplanation.Day;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Pause;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Texts;

/** Puts together why a clock is due when it is, with the calendar and the policy it was computed by. */
@ApplicationScoped
class ExplainClock {
    private final Appeals appeals;
    private final TimePolicies policies;
    private final WorkCalendar calendars;
    private final Clock time;

    ExplainClock(Appeals appeals, TimePolicies policies, WorkCalendar calendars, Clock time) {
        this.appeals = appeals;
        this.policies = policies;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * @param which the id of a clock, or a type for the newest of it
     * @throws DomainException NOT_FOUND for what this caller may not see
     */
    ClockExplanation explain(UUID appealId, String which, Caller caller, Texts words) {
        Appeal appeal = appeals.seenBy(caller, appealId).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        SlaClock clock = appeal.clocks().stream()
                .filter(candidate -> isVisible(candidate, caller))
                .filter(candidate -> candidate.id().toString().equals(which)
                        || candidate.type().name().equals(which))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        // of another release's shipped calendar nothing is left but its name
        CalendarVersion calendar =
                calendars.version(clock.calendarVersion()).orElseGet(() -> calendars.of(appeal.division()));
        TimePolicy policy = policies.version(clock.rule().policyVersion());
        Explainer explainer = new Explainer(appeal, clock, policy, calendar, Instant.now(time), words);
        List<WorkingDayBreakdown.Line> lines = days(clock, calendar);
        ExplainedLadder ladder =
                new ExplainedLadder(clock, policy.ladder(clock.rule().timeClass(), clock.type()), words);
        List<ClockExplanation.Rung> rungs = Party.isOfficial(caller) ? ladder.rungs() : null;
        return view(appeal, clock, policy, explainer, lines, calendar, rungs);
    }

    /** What units owe each other is no business of the enterprise. */
    private static boolean isVisible(SlaClock clock, Caller caller) {
        return clock.family() == ClockFamily.ENTERPRISE || Party.isOfficial(caller);
    }

    private List<WorkingDayBreakdown.Line> days(SlaClock clock, CalendarVersion calendar) {
        Instant end = clock.result().map(ClockResult::dueAt).or(clock::dueAt).orElse(null);
        if (end == null || clock.rule().unit().isNatural()) {
            return List.of();
        }
        List<Pause> pauses = clock.segments().stream()
                .filter(segment -> segment.kind() == SegmentKind.PAUSE || segment.kind() == SegmentKind.GAP)
                .map(segment -> new Pause(segment.from(), endOf(segment)))
                .toList();
        return new WorkingDayBreakdown(calendar, pauses).between(clock.startedAt(), end);
    }

    private Instant endOf(StoredSegment segment) {
        Instant end = segment.to();
        Instant now = Instant.now(time);
        if (end != null) {
            return end;
        }
        return now.isBefore(segment.from()) ? segment.from() : now;
    }

    private ClockExplanation view(
            Appeal appeal,
            SlaClock clock,
            TimePolicy policy,
            Explainer explainer,
            List<WorkingDayBreakdown.Line> lines,
            CalendarVersion calendar,
            @Nullable List<ClockExplanation.Rung> rungs) {
        List<Day> days = days(clock, explainer, lines);
        Optional<ClockResult> result = clock.result();
        return new ClockExplanation(
                appeal.id(),
                appeal.no(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                clock.round(),
                clock.state(),
                explainer.sentences(lines),
                MomentFormat.written(clock.startedAt()),
                MomentFormat.writtenOrNull(
                        result.map(ClockResult::dueAt).or(clock::dueAt).orElse(null)),
                result.map(ClockResult::provisional).orElse(clock.isProvisional()),
                clock.calendarVersion(),
                rule(clock, policy),
                days,
                days.isEmpty() ? null : days.getLast().total(),
                pauses(clock, calendar),
                clock.revisions().stream()
                        .map(revision -> new ClockExplanation.Revision(
                                MomentFormat.written(revision.at()),
                                revision.kind().name(),
                                revision.reason(),
                                MomentFormat.written(revision.previousDueAt()),
                                MomentFormat.written(revision.dueAt()),
                                revision.calendarVersion()))
                        .toList(),
                clock.levels().stream()
                        .filter(level -> level.level() <= ClockType.DUE)
                        .map(level -> new ClockExplanation.Fired(
                                level.level(),
                                MomentFormat.written(level.firedAt()),
                                MomentFormat.written(level.recordedAt())))
                        .toList(),
                rungs,
                result.filter(ended -> !clock.hasRunOut())
                        .map(ended -> new ClockExplanation.Outcome(
                                ended.met(),
                                MomentFormat.written(ended.dueAt()),
                                MomentFormat.writtenOrNull(ended.answeredAt())))
                        .orElse(null),
                explainer.assumptions());
    }

    private static ClockExplanation.Rule rule(SlaClock clock, TimePolicy policy) {
        return new ClockExplanation.Rule(
                policy.version(),
                policy.assumption(),
                clock.rule().timeClass().name(),
                clock.rule().amount(),
                clock.rule().unit(),
                clock.rule().rollForward(),
                clock.rule().source(),
                clock.rule().otherTargets(),
                Optional.ofNullable(clock.rule().cutTo()).map(Enum::name).orElse(null));
    }

    private static List<Day> days(SlaClock clock, Explainer explainer, List<WorkingDayBreakdown.Line> lines) {
        boolean byDays = clock.rule().unit() == TargetUnit.WORKING_DAYS_END;
        List<Day> days = new ArrayList<>();
        long seconds = 0;
        int number = 0;
        for (WorkingDayBreakdown.Line line : lines) {
            seconds += line.seconds();
            boolean counts = byDays && !days.isEmpty() && line.isWorkday();
            number += counts ? 1 : 0;
            days.add(new Day(
                    line.date(),
                    line.kind(),
                    line.provisional(),
                    explainer.inWords(line),
                    line.used().stream()
                            .map(used -> new ClockExplanation.Span(
                                    MomentFormat.written(used.from()), MomentFormat.written(used.to())))
                            .toList(),
                    line.seconds() / 60,
                    seconds / 60,
                    counts ? Integer.valueOf(number) : null));
        }
        return days;
    }

    private static List<ClockExplanation.Pause> pauses(SlaClock clock, CalendarVersion calendar) {
        return clock.segments().stream()
                .filter(segment -> segment.kind() == SegmentKind.PAUSE || segment.kind() == SegmentKind.GAP)
                .map(segment -> new ClockExplanation.Pause(
                        segment.kind().name(),
                        MomentFormat.written(segment.from()),
                        MomentFormat.writtenOrNull(segment.to()),
                        workingMinutes(segment, calendar)))
                .toList();
    }

    private static @Nullable Long workingMinutes(StoredSegment segment, CalendarVersion calendar) {
        Instant end = segment.to();
        return end == null ? null : Long.valueOf(calendar.workingMinutesBetween(segment.from(), end));
    }
}
