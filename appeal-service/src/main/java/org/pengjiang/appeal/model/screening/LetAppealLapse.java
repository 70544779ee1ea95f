package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.AppealLapsed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.ExpiryHandler;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** An appeal that nobody supplements in time ends; it may be submitted again. */
@ApplicationScoped
public class LetAppealLapse implements ExpiryHandler {
    private final Supplements supplements;

    public LetAppealLapse(Supplements supplements) {
        this.supplements = supplements;
    }

    @Override
    public ClockType type() {
        return ClockType.SUPPLEMENT;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (appeal.state() != AppealState.SUPPLEMENT) {
            return List.of();
        }
        supplements.lapse(appeal, atDue);
        return List.of(new AppealLapsed(appeal.standing(), atDue.at(), "NO_SUPPLEMENT"));
    }
}
