package org.pengjiang.appeal.model.escalation;

import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/**
 * What happens at the due of the clocks of one type, after it was noted. Declare an application-scoped bean; one for a type. It
 * is asked in the transaction that notes the due, with the appeal locked.
 */
public interface ExpiryHandler {
    ClockType type();

    /**
     * @param atDue the moment of the due, whenever that is noticed
     * @return what has happened, for the log
     */
    List<AppealEvent> expired(Appeal appeal, TimeContext atDue);
}
