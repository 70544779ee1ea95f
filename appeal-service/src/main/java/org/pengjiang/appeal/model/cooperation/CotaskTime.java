package org.pengjiang.appeal.model.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/**
 * How long a co-task has: some working days, or a part of the time that the lead has left for the reply, whichever is due first. Where
 * the lead's time is counted in natural minutes, so is this part. A lead that has no time left gives no part of it.
 */
final class CotaskTime {
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
        boolean natural = lead.rule().unit() == TargetUnit.NATURAL_MINUTES;
        Instant due = lead.dueAt()
                .orElseGet(() ->
                        lead.running().dueIfResumedAt(now.calendar(), now.at()).dueAt());
        long left = minutes(now, due, natural);
        long part = left * now.limits().of(PART_OF_LEAD) / 100;
        return part < 1
                ? Optional.empty()
                : Optional.of(natural ? Target.naturalMinutes(part) : Target.workingMinutes(part));
    }

    private static long minutes(TimeContext now, Instant due, boolean natural) {
        if (!due.isAfter(now.at())) {
            return 0;
        }
        return natural
                ? Duration.between(now.at(), due).toMinutes()
                : now.calendar().workingMinutesBetween(now.at(), due);
    }

    private static Instant due(Target target, TimeContext now) {
        return now.calendar().deadline(now.at(), target, List.of()).dueAt();
    }
}
