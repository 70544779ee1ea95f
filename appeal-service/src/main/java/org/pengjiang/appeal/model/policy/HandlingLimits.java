package org.pengjiang.appeal.model.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Target;

/**
 * How long and how often what leaves the straight road may take, as a district has decided it: the setting {@code limits}. What the
 * time policy promises does not stand here.
 *
 * @param values by the names of the setting
 */
public record HandlingLimits(Map<String, Integer> values) {
    /** Whose rule it is, as a clock says it. */
    public static final String SOURCE = "limits";

    public static final HandlingLimits SHIPPED = new HandlingLimits(Map.ofEntries(
            Map.entry("supplementDays", 5),
            Map.entry("pauseDays", 10),
            Map.entry("emergencyMinutes", 10),
            Map.entry("objectionDays", 5),
            Map.entry("objectionRulingDays", 5),
            Map.entry("returnMinutes", 240),
            Map.entry("rulingMinutes", 120),
            Map.entry("transfersUntilSupervision", 3),
            Map.entry("suspensionReviewDays", 10),
            Map.entry("trackingReviewDays", 90),
            Map.entry("nextUpdateDays", 10),
            Map.entry("callbackDays", 2),
            Map.entry("callbackAttempts", 3),
            Map.entry("verificationDays", 2),
            Map.entry("samplePercent", 10),
            Map.entry("withdrawnSamplePercent", 20),
            Map.entry("correctionDays", 5),
            Map.entry("decisionDays", 3),
            Map.entry("reopenDays", 30),
            Map.entry("unmergeDays", 30),
            Map.entry("resubmitDays", 30),
            Map.entry("urgeMinutes", 240),
            Map.entry("cotaskDays", 3),
            Map.entry("cotaskPercent", 40),
            Map.entry("arrivalMinutes", 30)));

    public HandlingLimits {
        values = Map.copyOf(values);
    }

    /** What a district has said, and what is shipped where it was decided before there was such a limit. */
    public HandlingLimits with(Map<String, Integer> said) {
        Map<String, Integer> all = new TreeMap<>(values);
        all.putAll(said);
        return new HandlingLimits(all);
    }

    /** @param name of the setting, such as {@code pauseDays} */
    public int of(String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no limit " + name);
        }
        return value;
    }

    /** How long a clock has whose target no time policy gives. */
    public Target target(ClockType type, CalendarVersion calendar, Instant start) {
        return switch (type) {
            case SUPPLEMENT -> Target.endOfWorkday(of("supplementDays"));
            case QUESTION -> Target.endOfWorkday(of("pauseDays"));
            case EMERGENCY -> Target.naturalMinutes(of("emergencyMinutes"));
            case OBJECTION_RULING -> Target.endOfWorkday(of("objectionRulingDays"));
            case RULING -> ruling(calendar, start);
            case VERIFICATION -> Target.endOfWorkday(of("verificationDays"));
            case CALLBACK -> Target.endOfWorkday(of("callbackDays"));
            case DECISION -> Target.endOfWorkday(of("decisionDays"));
            case SUSPENSION_REVIEW -> Target.endOfWorkday(of("suspensionReviewDays"));
            case TRACKING_REVIEW -> Target.midnightOfNaturalDay(of("trackingReviewDays"));
            case NEXT_UPDATE -> Target.endOfWorkday(of("nextUpdateDays"));
            case CORRECTION -> Target.endOfWorkday(of("correctionDays"));
            case COTASK -> Target.endOfWorkday(of("cotaskDays"));
            case ARRIVAL -> Target.naturalMinutes(of("arrivalMinutes"));
            case URGE -> Target.workingMinutes(of("urgeMinutes"));
            case CONTACT,
                    RESOLVE,
                    LIMIT,
                    ACCEPT,
                    DISPATCH,
                    SIGN,
                    UNIT_CONTACT,
                    UNIT_RESOLVE,
                    PLAN,
                    REVIEW,
                    EVALUATION,
                    MILESTONE,
                    ORDER -> throw new IllegalStateException("no limit of the district says how long " + type + " has");
        };
    }

    /** The end of the working day, but never sooner than some working minutes. */
    private Target ruling(CalendarVersion calendar, Instant start) {
        Target sameDay = Target.endOfWorkday(0);
        Target least = Target.workingMinutes(of("rulingMinutes"));
        return due(calendar, start, least).isAfter(due(calendar, start, sameDay)) ? least : sameDay;
    }

    /**
     * When a window of some days ends: at 24:00 of its last day, the first one not counted; where all its days are off, of the first
     * working day after them.
     *
     * @param name of the setting, such as {@code reopenDays}
     */
    public Instant windowEnd(String name, Instant from, CalendarVersion calendar) {
        return due(calendar, from, Target.midnightOfNaturalDay(of(name)));
    }

    /** The end of the last of some working days after a moment. */
    public Instant workdaysEnd(String name, Instant from, CalendarVersion calendar) {
        return due(calendar, from, Target.endOfWorkday(of(name)));
    }

    private static Instant due(CalendarVersion calendar, Instant start, Target target) {
        return calendar.deadline(start, target, List.of()).dueAt();
    }
}
