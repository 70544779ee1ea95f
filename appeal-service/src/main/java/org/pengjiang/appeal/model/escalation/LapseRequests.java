package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** Once the reply is overdue, nobody gives it more time any more: what was asked for and not decided has lapsed. */
@ApplicationScoped
public class LapseRequests implements ExpiryHandler {
    private final PendingRequests requests;

    public LapseRequests(PendingRequests requests) {
        this.requests = requests;
    }

    @Override
    public ClockType type() {
        return ClockType.RESOLVE;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        return requests.lapseOfReply(appeal, atDue);
    }
}
