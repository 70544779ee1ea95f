package org.pengjiang.appeal.model.clock;

import java.time.Instant;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.calendar.CalendarVersion;

/** The moment of a step, with the calendar, the policy and the limits of the district that it is counted by. */
public record TimeContext(Instant at, CalendarVersion calendar, TimePolicy policy, HandlingLimits limits) {
    /** The same for a moment that was due to come, when the sweep that notices it runs later. */
    public TimeContext at(Instant moment) {
        return new TimeContext(moment, calendar, policy, limits);
    }

    /** The same moment by another calendar. */
    public TimeContext by(CalendarVersion other) {
        return new TimeContext(at, other, policy, limits);
    }
}
