package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.policy.DistrictLimits;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;

/** Says what time it is, by which calendar and by which policy. */
@ApplicationScoped
public class TimeContexts {
    private final Clock clock;
    private final WorkCalendar calendar;
    private final TimePolicies policies;
    private final DistrictLimits limits;

    TimeContexts(Clock clock, WorkCalendar calendar, TimePolicies policies, DistrictLimits limits) {
        this.clock = clock;
        this.calendar = calendar;
        this.policies = policies;
        this.limits = limits;
    }

    /** For an appeal that stands: by the policy it was filed under. */
    public TimeContext now(Appeal appeal) {
        return new TimeContext(
                Instant.now(clock),
                calendar.of(appeal.division()),
                policies.version(appeal.classification().policyVersion()),
                limits.of(appeal.division()));
    }

    /**
     * For one that is being filed: by the policy of the day of its receipt.
     *
     * @param receivedAt null when it is received now
     */
    public TimeContext filing(Instant now, @Nullable Instant receivedAt) {
        LocalDate received = ShanghaiTime.date(receivedAt == null ? now : receivedAt);
        return new TimeContext(now, calendar.current(), policies.inForce(received), HandlingLimits.SHIPPED);
    }

    /** The same moment by the calendar of the division that turned out. */
    public TimeContext in(DivisionCode division, TimeContext now) {
        return new TimeContext(now.at(), calendar.of(division), now.policy(), limits.of(division));
    }

    /** The year of a moment where the offices are. */
    public int year(TimeContext now) {
        return now.at().atZone(clock.getZone()).getYear();
    }
}
