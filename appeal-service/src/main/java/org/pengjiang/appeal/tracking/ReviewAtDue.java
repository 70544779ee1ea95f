package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.TrackingReviewDue;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.ExpiryHandler;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** When the time to review a plan has come, the supervision has a task. */
@ApplicationScoped
class ReviewAtDue implements ExpiryHandler {
    @Override
    public ClockType type() {
        return ClockType.TRACKING_REVIEW;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        return List.of(new TrackingReviewDue(appeal.standing(), atDue.at()));
    }
}
