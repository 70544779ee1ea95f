package org.pengjiang.appeal.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.deadline.ClockExplanation.Day;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.Appeals;
import org.pengjiang.appeal.model.ClockFamily;
import org.pengjiang.appeal.model.ClockResult;
import org.pengjiang.appeal.model.ClockStretch;
import org.pengjiang.appeal.model.DeadlineClock;
import org.pengjiang.appeal.model.TimePolicies;
import org.pengjiang.appeal.model.TimePolicy;
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
        DeadlineClock clock = appeal.clocks().stream()
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
        List<DayLedger.Line> lines = days(clock, calendar);
        return view(appeal, clock, policy, explainer, lines, calendar);
    }

    /** What units owe each other is no business of the enterprise. */
    private static boolean isVisible(DeadlineClock clock, Caller caller) {
        return clock.family() == ClockFamily.ENTERPRISE || !Party.isOutsider(caller);
    }

    private List<DayLedger.Line> days(DeadlineClock clock, CalendarVersion calendar) {
        Instant end = clock.result().map(ClockResult::dueAt).or(clock::dueAt).orElse(null);
        if (end == null || clock.rule().unit().isNatural()) {
            return List.of();
        }
        List<Pause> pauses = clock.stretches().stream()
                .filter(stretch -> stretch.kind() == SegmentKind.PAUSE || stretch.kind() == SegmentKind.GAP)
                .map(stretch -> new Pause(stretch.from(), endOf(stretch)))
                .toList();
        return new DayLedger(calendar, pauses).between(clock.startedAt(), end);
    }

    private Instant endOf(ClockStretch stretch) {
        Instant end = stretch.to();
        Instant now = Instant.now(time);
        if (end != null) {
            return end;
        }
        return now.isBefore(stretch.from()) ? stretch.from() : now;
    }

    private ClockExplanation view(
            Appeal appeal,
            DeadlineClock clock,
            TimePolicy policy,
            Explainer explainer,
            List<DayLedger.Line> lines,
            CalendarVersion calendar) {
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
                Moments.written(clock.startedAt()),
                Moments.writtenOrNull(
                        result.map(ClockResult::dueAt).or(clock::dueAt).orElse(null)),
                result.map(ClockResult::provisional).orElse(clock.isProvisional()),
                clock.calendarVersion(),
                rule(clock, policy),
                days,
                days.isEmpty() ? null : days.getLast().total(),
                pauses(clock, calendar),
                clock.revisions().stream()
                        .map(revision -> new ClockExplanation.Revision(
                                Moments.written(revision.at()),
                                revision.kind().name(),
                                revision.reason(),
                                Moments.written(revision.previousDueAt()),
                                Moments.written(revision.dueAt()),
                                revision.calendarVersion()))
                        .toList(),
                clock.levels().stream()
                        .map(level -> new ClockExplanation.Fired(
                                level.level(), Moments.written(level.firedAt()), Moments.written(level.recordedAt())))
                        .toList(),
                result.map(ended -> new ClockExplanation.Outcome(
                                ended.met(), Moments.written(ended.dueAt()), Moments.writtenOrNull(ended.answeredAt())))
                        .orElse(null),
                explainer.assumptions());
    }

    private static ClockExplanation.Rule rule(DeadlineClock clock, TimePolicy policy) {
        return new ClockExplanation.Rule(
                policy.version(),
                policy.assumption(),
                clock.rule().timeClass().name(),
                clock.rule().amount(),
                clock.rule().unit(),
                clock.rule().rollForward(),
                clock.rule().source(),
                clock.rule().otherTargets());
    }

    private static List<Day> days(DeadlineClock clock, Explainer explainer, List<DayLedger.Line> lines) {
        boolean byDays = clock.rule().unit() == TargetUnit.WORKING_DAYS_END;
        List<Day> days = new ArrayList<>();
        long seconds = 0;
        int number = 0;
        for (DayLedger.Line line : lines) {
            seconds += line.seconds();
            boolean counts = byDays && !days.isEmpty() && line.isWorkday();
            number += counts ? 1 : 0;
            days.add(new Day(
                    line.date(),
                    line.kind(),
                    line.provisional(),
                    explainer.inWords(line),
                    line.used().stream()
                            .map(used ->
                                    new ClockExplanation.Span(Moments.written(used.from()), Moments.written(used.to())))
                            .toList(),
                    line.seconds() / 60,
                    seconds / 60,
                    counts ? Integer.valueOf(number) : null));
        }
        return days;
    }

    private static List<ClockExplanation.Pause> pauses(DeadlineClock clock, CalendarVersion calendar) {
        return clock.stretches().stream()
                .filter(stretch -> stretch.kind() == SegmentKind.PAUSE || stretch.kind() == SegmentKind.GAP)
                .map(stretch -> new ClockExplanation.Pause(
                        stretch.kind().name(),
                        Moments.written(stretch.from()),
                        Moments.writtenOrNull(stretch.to()),
                        workingMinutes(stretch, calendar)))
                .toList();
    }

    private static @Nullable Long workingMinutes(ClockStretch stretch, CalendarVersion calendar) {
        Instant end = stretch.to();
        return end == null ? null : Long.valueOf(calendar.workingMinutesBetween(stretch.from(), end));
    }
}
