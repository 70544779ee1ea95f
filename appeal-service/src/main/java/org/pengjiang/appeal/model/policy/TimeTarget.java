package org.pengjiang.appeal.model.policy;

import java.time.Instant;
import java.util.List;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.Target;

/**
 * How long one clock of one time class may take.
 *
 * @param category empty for every category of the class
 * @param source whose rule it is
 */
public record TimeTarget(TimeClass timeClass, ClockType clock, String category, Target target, String source) {
    public Deadline due(CalendarVersion calendar, Instant start) {
        return calendar.deadline(start, target, List.of());
    }

    TimeTarget of(ClockType other) {
        return new TimeTarget(timeClass, other, category, target, source);
    }

    /** Such as {@code 10 WORKING_DAYS_END}. */
    public String inWords() {
        return target.amount() + " " + target.unit() + (target.rollForward() ? " ROLL_FORWARD" : "");
    }
}
