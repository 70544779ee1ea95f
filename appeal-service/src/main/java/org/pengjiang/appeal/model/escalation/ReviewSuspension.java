package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.AppealResumed;
import org.pengjiang.appeal.events.SuspensionReviewDue;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** Somebody has to say whether a suspension still holds; where nobody does so until the next review either, the appeal goes on. */
@ApplicationScoped
public class ReviewSuspension implements ExpiryHandler {
    private final Suspensions suspensions;

    public ReviewSuspension(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public ClockType type() {
        return ClockType.SUSPENSION_REVIEW;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (appeal.state() != AppealState.SUSPENDED) {
            return List.of();
        }
        Suspension suspension = suspensions.reviewDue(appeal, atDue).orElse(null);
        int number = suspension == null ? 0 : suspension.seq();
        return List.of(
                appeal.state() == AppealState.SUSPENDED
                        ? new SuspensionReviewDue(
                                appeal.standing(),
                                number,
                                suspensions
                                        .review(appeal)
                                        .flatMap(SlaClock::dueAt)
                                        .orElse(null))
                        : new AppealResumed(
                                appeal.standing(),
                                atDue.at(),
                                suspension == null
                                        ? "COURT"
                                        : suspension.cause().name(),
                                number,
                                "WINDOW",
                                appeal.clock(ClockType.RESOLVE)
                                        .flatMap(SlaClock::dueAt)
                                        .orElse(null)));
    }
}
