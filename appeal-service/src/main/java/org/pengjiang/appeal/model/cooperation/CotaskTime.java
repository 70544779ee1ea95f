package org.pengjiang.appeal.model.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.RevisedClock;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/**
 * How long a co-task has: some working days, or a part of the time that the lead has left for the reply, whichever is due first. Where
 * the lead's time is counted in natural minutes, so is this part. A lead that has no time left gives no part of it.
 */
public final class CotaskTime {
    private static final String PART_OF_LEAD = "cotaskPercent";

    private CotaskTime() {}

    static ClockPlan plan(Appeal appeal, String unit, TimeContext now) {
        Target days = now.limits().target(ClockType.COTASK, now.calendar(), now.at());
        ClockPlan ofDays = new ClockPlan(days, unit, HandlingLimits.SOURCE);
        return partOfLead(appeal, now)
                .filter(part -> due(part, now).isBefore(due(days, now)))
                .map(part -> new ClockPlan(part, unit, PART_OF_LEAD))
                .orElse(ofDays);
    }

    private static Optional<Target> partOfLead(Appeal appeal, TimeContext now) {
        SlaClock lead = appeal.clock(ClockType.RESOLVE).orElseThrow();
        long part = part(lead, now);
        return part < 1 ? Optional.empty() : Optional.of(target(part, isNatural(lead)));
    }

    /**
     * The reply is due sooner than before: whoever would be due after it has a part of the time that the lead has left. A clock that is
     * over, or a lead without time, stays as it is.
     */
    public static List<RevisedClock> cut(Appeal appeal, String why, TimeContext now) {
        SlaClock lead = appeal.clock(ClockType.RESOLVE).orElseThrow();
        long part = part(lead, now);
        if (!lead.isOpen() || part < 1) {
            return List.of();
        }
        return appeal.clocks().stream()
                .filter(clock -> clock.type() == ClockType.COTASK && clock.isOpen())
                .filter(clock -> due(clock, now).isAfter(due(lead, now)))
                .flatMap(clock -> appeal
                        .changeTarget(clock, dueAfter(part, clock, isNatural(lead), now), false, why, now)
                        .map(revision -> new RevisedClock(clock, revision))
                        .stream())
                .toList();
    }

    /** Counted from its start; a changed target leaves at least half of itself. */
    private static Target dueAfter(long part, SlaClock clock, boolean natural, TimeContext now) {
        long run = clock.segments().stream()
                .filter(segment -> segment.kind() == SegmentKind.RUN)
                .mapToLong(segment -> {
                    Instant to = segment.to();
                    return minutes(segment.from(), to == null ? now.at() : to, natural, now);
                })
                .sum();
        return target(part + Math.min(run, part), natural);
    }

    private static long part(SlaClock lead, TimeContext now) {
        return minutes(now.at(), due(lead, now), isNatural(lead), now)
                * now.limits().of(PART_OF_LEAD)
                / 100;
    }

    private static boolean isNatural(SlaClock lead) {
        return lead.target().unit() == TargetUnit.NATURAL_MINUTES;
    }

    private static Target target(long minutes, boolean natural) {
        return natural ? Target.naturalMinutes(minutes) : Target.workingMinutes(minutes);
    }

    private static long minutes(Instant from, Instant to, boolean natural, TimeContext now) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return natural ? Duration.between(from, to).toMinutes() : now.calendar().workingMinutesBetween(from, to);
    }

    private static Instant due(SlaClock clock, TimeContext now) {
        return clock.dueAt()
                .orElseGet(() ->
                        clock.running().dueIfResumedAt(now.calendar(), now.at()).dueAt());
    }

    private static Instant due(Target target, TimeContext now) {
        return now.calendar().deadline(now.at(), target, List.of()).dueAt();
    }
}
