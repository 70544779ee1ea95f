package org.pengjiang.appeal.model.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.ShanghaiTime;

/**
 * The enterprise hears from its handler how far it is: from the first verified contact on, some working days after the last time at the
 * latest. What the enterprise writes itself changes nothing.
 */
@ApplicationScoped
public class Updates {
    private final Assignments assignments;

    public Updates(Assignments assignments) {
        this.assignments = assignments;
    }

    /** By a contact, a public message, a question or a plan. */
    public void told(Appeal appeal, TimeContext now) {
        if (appeal.state() == AppealState.IN_PROGRESS
                && appeal.progress().isReached()
                && !isOfToday(appeal.clock(ClockType.NEXT_UPDATE), appeal, now)) {
            assignments
                    .newest(appeal)
                    .ifPresent(present -> appeal.startAgain(ClockType.NEXT_UPDATE, present.ref(), now));
        }
    }

    /** Days are counted without the first one: it would be due at the same moment. */
    private static boolean isOfToday(Optional<SlaClock> last, Appeal appeal, TimeContext now) {
        return last.filter(clock -> clock.isOpen()
                        && clock.round() == appeal.round()
                        && ShanghaiTime.date(clock.startedAt()).equals(ShanghaiTime.date(now.at())))
                .isPresent();
    }
}
