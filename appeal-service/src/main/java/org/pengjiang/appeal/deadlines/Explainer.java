package org.pengjiang.appeal.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.appeal.deadlines.ClockExplanation.DayKind;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.ClockRule;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.EscalationFired;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.Coverage;
import org.pengjiang.calendar.OfficeHours;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.calendar.WorkingInterval;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Texts;

/** Tells the story of one clock: where it began and why, by which rule, over which days, and to which due. */
final class Explainer {
    private static final Set<String> OWN_REASONS = Set.of("PAUSE_BUDGET", "EXTENDED");

    private final Appeal appeal;
    private final SlaClock clock;
    private final TimePolicy policy;
    private final CalendarVersion calendar;
    private final Instant now;
    private final Texts words;
    private final MomentFormat moments;

    /** @param calendar the version the clock was last computed with */
    Explainer(Appeal appeal, SlaClock clock, TimePolicy policy, CalendarVersion calendar, Instant now, Texts words) {
        this.appeal = appeal;
        this.clock = clock;
        this.policy = policy;
        this.calendar = calendar;
        this.now = now;
        this.words = words;
        this.moments = new MomentFormat(words.language().locale());
    }

    List<String> sentences(List<WorkingDayBreakdown.Line> days) {
        List<String> story = new ArrayList<>();
        start(story);
        rule(story);
        if (countsWorkingTime() || clock.rule().rollForward()) {
            story.add(words.say("calendar", calendar.id()));
        }
        clock.segments().stream()
                .filter(segment -> segment.kind() == SegmentKind.PAUSE || segment.kind() == SegmentKind.GAP)
                .forEach(segment -> story.add(pause(segment)));
        clock.revisions().forEach(revision -> story.add(revision(revision)));
        clock.levels().stream()
                .filter(level -> level.level() < ClockType.DUE)
                .forEach(level -> story.add(fired(level)));
        rolled(story);
        if (!days.isEmpty()) {
            story.add(words.say(
                    "sum",
                    days.stream().mapToLong(WorkingDayBreakdown.Line::seconds).sum() / 60));
        }
        due(story);
        return story;
    }

    private void start(List<String> story) {
        ClockType type = clock.type();
        String unit = clock.unitCode().orElse(words.say("nobody"));
        story.add(words.say("start." + type, appeal.no(), moments.say(clock.startedAt()), unit));
        if (clock.round() > 1) {
            story.add(words.say("start.round", clock.round()));
        }
        boolean fromReceipt = clock.startedAt().equals(appeal.filing().receivedAt());
        if (fromReceipt
                && appeal.filing()
                        .receivedAt()
                        .isBefore(appeal.filing().recordedAt().minusSeconds(60))) {
            story.add(words.say(
                    "start.received",
                    moments.say(appeal.filing().recordedAt()),
                    moments.say(appeal.filing().receivedAt())));
        }
        Instant first = calendar.nextWorkingMoment(clock.startedAt());
        if (countsWorkingTime() && first.isAfter(clock.startedAt())) {
            story.add(words.say("start.outside", moments.say(first)));
        }
    }

    private void rule(List<String> story) {
        ClockRule rule = clock.rule();
        String timeClass = CodeNames.of(rule.timeClass(), words.language());
        if (clock.type().isOfPolicy()) {
            story.add(words.say("rule", rule.policyVersion(), timeClass, inWords(rule.target()), rule.source()));
        } else if (rule.source().equals(HandlingLimits.SOURCE)) {
            story.add(words.say("rule.limits", inWords(rule.target())));
        } else if (clock.type().helpsToKeep().isPresent()) {
            story.add(words.say("rule." + clock.type(), inWords(rule.target())));
        } else {
            story.add(words.say("rule.part", inWords(rule.target()), rule.source()));
        }
        ClockType harder = rule.cutTo();
        List<Target> others = rule.otherTargets().stream().map(Explainer::kept).toList();
        String named = others.stream().map(this::inWords).collect(Collectors.joining(words.say("and")));
        if (harder != null) {
            Instant own = others.stream()
                    .map(target -> calendar.deadline(clock.startedAt(), target, List.of())
                            .dueAt())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            story.add(words.say("rule.cut", words.word("clock", harder.name()), named, moments.say(own)));
        } else if (!others.isEmpty()) {
            story.add(words.say("rule.others", named));
        }
    }

    /** As the model keeps it, {@code 10 WORKING_DAYS_END} or {@code 7 NATURAL_DAYS ROLL_FORWARD}. */
    private static Target kept(String target) {
        String[] parts = target.split(" ", -1);
        return new Target(Long.parseLong(parts[0]), TargetUnit.valueOf(parts[1]), parts.length > 2);
    }

    String inWords(Target target) {
        String key = "unit." + target.unit();
        if (target.rollForward()) {
            key += ".rolled";
        } else if (target.unit() == TargetUnit.WORKING_DAYS_END && target.amount() == 0) {
            key += ".same";
        }
        return words.say(key, target.amount());
    }

    private String pause(StoredSegment segment) {
        Instant end = segment.to();
        if (end == null) {
            return words.say("pause.lasting", moments.say(segment.from()));
        }
        String length = countsWorkingTime()
                ? words.say("pause.working", calendar.workingMinutesBetween(segment.from(), end))
                : words.say(
                        "pause.natural", Duration.between(segment.from(), end).toMinutes());
        return words.say("pause." + segment.kind(), moments.say(segment.from()), moments.say(end), length);
    }

    private String revision(DueRevision revision) {
        String key = key(revision);
        String at = moments.say(revision.at());
        return revision.dueAt().equals(revision.previousDueAt()) && !OWN_REASONS.contains(revision.reason())
                ? words.say(key + ".kept", at, revision.reason(), moments.say(revision.dueAt()))
                : words.say(
                        key,
                        at,
                        revision.reason(),
                        moments.say(revision.previousDueAt()),
                        moments.say(revision.dueAt()));
    }

    /** A reason that the service gives itself has a sentence of its own. */
    private static String key(DueRevision revision) {
        String kind = OWN_REASONS.contains(revision.reason())
                ? revision.reason()
                : revision.kind().name();
        return "revision." + kind + (revision.restoresSince() == null ? "" : ".back");
    }

    private String fired(EscalationFired level) {
        return words.say("fired.warning", moments.say(level.firedAt()), level.level());
    }

    /** Only for a clock that was neither paused nor revised is the end without the roll a plain sum. */
    private void rolled(List<String> story) {
        ClockRule rule = clock.rule();
        boolean plain = clock.segments().size() == 1 && clock.revisions().isEmpty();
        if (rule.unit() == TargetUnit.NATURAL_DAYS_END && plain) {
            LocalDate last = ShanghaiTime.date(clock.startedAt()).plusDays(rule.amount());
            if (!calendar.isWorkday(last)) {
                story.add(words.say("rolled.day", rule.amount(), moments.day(last)));
            }
        }
        if (rule.rollForward() && plain) {
            Target bare = new Target(rule.amount(), rule.unit(), false);
            Instant end = calendar.deadline(clock.startedAt(), bare, List.of()).dueAt();
            if (!calendar.isWorkday(ShanghaiTime.date(end))) {
                story.add(words.say("rolled", moments.say(end)));
            }
        }
    }

    private void due(List<String> story) {
        ClockState state = clock.state();
        if (clock.result().isPresent()) {
            ClockResult result = clock.result().get();
            story.add(words.say("due", moments.say(result.dueAt())));
            provisional(story, result.provisional(), result.dueAt());
            Instant answered = result.answeredAt();
            if (result.met() && answered != null) {
                story.add(words.say("outcome.met", moments.say(answered)));
            } else if (clock.hasRunOut()) {
                story.add(words.say("outcome.over", moments.say(result.dueAt())));
            } else if (answered == null) {
                story.add(words.say("outcome.missed", moments.say(result.dueAt())));
            } else {
                story.add(words.say("outcome.late", moments.say(result.dueAt()), moments.say(answered)));
            }
        } else if (state == ClockState.PAUSED) {
            Instant resumed = clock.running().dueIfResumedAt(calendar, now).dueAt();
            story.add(words.say("due.paused", moments.say(resumed)));
        } else if (state == ClockState.STOPPED) {
            story.add(words.say("due.stopped"));
        } else {
            Instant due = clock.dueAt().orElseThrow();
            story.add(words.say("due", moments.say(due)));
            provisional(story, clock.isProvisional(), due);
        }
    }

    private void provisional(List<String> story, boolean provisional, Instant due) {
        if (provisional) {
            List<Integer> loaded = calendar.coverage().loadedYears();
            List<String> years = ShanghaiTime.date(clock.startedAt())
                    .datesUntil(ShanghaiTime.date(due).plusDays(1))
                    .flatMap(date -> Coverage.yearsOf(date).stream())
                    .distinct()
                    .filter(year -> !loaded.contains(year))
                    .map(year -> Integer.toString(year))
                    .toList();
            story.add(words.say("provisional", String.join(words.say("and"), years)));
        }
    }

    String inWords(WorkingDayBreakdown.Line day) {
        String document = day.document() == null ? "" : day.document();
        boolean local = day.kind() == DayKind.LOCAL_STOP || day.kind() == DayKind.LOCAL_SHORT;
        String kind = local ? words.say("day." + day.kind(), document) : words.say("day." + day.kind());
        return moments.day(day.date()) + " " + kind + (day.provisional() ? words.say("day.provisional") : "");
    }

    List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        if (policy.assumption()) {
            assumptions.add(words.say("assumption.policy", policy.version(), policy.note()));
        }
        if (countsWorkingTime() || clock.rule().rollForward()) {
            calendar.data().hours().stream()
                    .filter(OfficeHours::assumption)
                    .map(hours -> hours.intervals().stream()
                            .map(WorkingInterval::toString)
                            .collect(Collectors.joining(", ")))
                    .distinct()
                    .forEach(hours -> assumptions.add(words.say("assumption.hours", hours)));
        }
        return assumptions;
    }

    boolean countsWorkingTime() {
        return !clock.rule().unit().isNatural();
    }
}
