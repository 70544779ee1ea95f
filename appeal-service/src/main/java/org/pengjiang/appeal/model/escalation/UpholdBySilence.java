package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.RatingVerified;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** A bad rating that nobody finds misjudged in time is upheld. */
@ApplicationScoped
public class UpholdBySilence implements ExpiryHandler {
    private final Verifications verifications;

    public UpholdBySilence(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public ClockType type() {
        return ClockType.VERIFICATION;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        return verifications.upholdBySilence(appeal, atDue).stream()
                .<AppealEvent>map(upheld -> new RatingVerified(
                        appeal.standing(), atDue.at(), upheld.round(), RatingFinding.UPHELD.name(), true))
                .toList();
    }
}
