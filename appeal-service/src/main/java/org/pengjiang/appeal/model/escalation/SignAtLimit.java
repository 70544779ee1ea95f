package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** An appeal that nobody signs for signs itself: silence does not block. */
@ApplicationScoped
public class SignAtLimit implements ExpiryHandler {
    @Override
    public ClockType type() {
        return ClockType.SIGN;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (appeal.state() != AppealState.DISPATCHED) {
            return List.of();
        }
        appeal.advance(AppealCommand.SIGN_AUTOMATICALLY, AppealState.IN_PROGRESS, atDue);
        return List.of(new AppealSigned(appeal.standing(), atDue.at(), true, false));
    }
}
