package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.ExtensionDecided;
import org.pengjiang.appeal.events.SuspensionDecided;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extensions;

/** Once the reply is overdue, nobody gives it more time any more: what was asked for and not decided has lapsed. */
@ApplicationScoped
public class LapseRequests implements ExpiryHandler {
    private final Suspensions suspensions;
    private final Extensions extensions;

    public LapseRequests(Suspensions suspensions, Extensions extensions) {
        this.suspensions = suspensions;
        this.extensions = extensions;
    }

    @Override
    public ClockType type() {
        return ClockType.RESOLVE;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        List<AppealEvent> happened = new ArrayList<>();
        suspensions
                .lapse(appeal, atDue)
                .ifPresent(lapsed -> happened.add(new SuspensionDecided(
                        appeal.standing(), lapsed.seq(), lapsed.outcome().name())));
        extensions
                .lapse(appeal, atDue)
                .ifPresent(lapsed -> happened.add(new ExtensionDecided(
                        appeal.standing(), lapsed.seq(), lapsed.outcome().name())));
        return happened;
    }
}
